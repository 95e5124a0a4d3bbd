import { testIdentity } from '@matrix-derive/testing'
import identity from './index.ts'

testIdentity(identity, {
  rewrites: [['vec(frechet(sqrtm, X, d(E)))', "inv(kron(eye(n), sqrtm(X)) + kron(sqrtm(X)', eye(n)))*vec(d(E))"]],
  leaves: ['vec(frechet(expm, X, d(X)))', 'vec(frechet(logm, X, d(X)))'],
})
