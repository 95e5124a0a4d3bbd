import { testIdentity } from '@matrix-derive/testing'
import identity from './index.ts'

// A second derivative is brought to a first one before.
testIdentity(identity, {
  leaves: ['frechet(phi1, X, E)', 'frechet(phi1, X, E, d(E))', 'frechet(expm, X, d(E))'],
})
