import { testIdentity } from '@matrix-derive/testing'
import identity from './index.ts'

testIdentity(identity, {
  leaves: ['tr(N*d(Y))', 'vec(d(Y))', 'tr(N*X)', 'vec(X)'],
  variables: { Y: 'matrix(n)' },
})
