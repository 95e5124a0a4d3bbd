import { testIdentity } from '@matrix-derive/testing'
import identity from './index.ts'

testIdentity(identity, {
  rewrites: [
    ['vec(frechet(expm, X, d(E)))', "kron(eye(n), expm(X))*phi1(kron(X', eye(n)) - kron(eye(n), X))*vec(d(E))"],
  ],
  leaves: ['vec(frechet(logm, X, d(X)))'],
})
