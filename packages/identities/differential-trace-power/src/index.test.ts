import { testIdentity } from '@matrix-derive/testing'
import identity from './index.ts'

// A number may have an exponent that changes, and then this is not the whole of it.
testIdentity(identity, {
  leaves: ['d(tr(s^c))'],
  variables: { s: 'constant scalar', c: 'dependent scalar' },
})
