import { testIdentity } from '@matrix-derive/testing'
import identity from './index.ts'

testIdentity(identity, {
  rewrites: [
    [
      'vec(frechet(logm, X, d(E)))',
      "inv(kron(eye(n), X)*phi1(kron(logm(X)', eye(n)) - kron(eye(n), logm(X))))*vec(d(E))",
    ],
  ],
  leaves: ['vec(frechet(expm, X, d(X)))', 'vec(frechet(sqrtm, X, d(X)))'],
})
