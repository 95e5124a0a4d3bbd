import { testIdentity } from '@matrix-derive/testing'
import identity from './index.ts'

testIdentity(identity, {
  leaves: ['vec(frechet(expm, X, d(X)))', 'vec(frechet(logm, X, d(X)))'],
})
