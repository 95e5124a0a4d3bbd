import { testIdentity } from '@matrix-derive/testing'
import identity from './index.ts'

testIdentity(identity, {
  rewrites: [
    ['d(frechet(logm, A, X))', 'frechet(logm, A, d(X))'],
    ['d(frechet(phi1, X, A))', 'frechet(phi1, X, A, d(X))'],
    ['d(frechet(sqrtm, X, A, B))', 'frechet(sqrtm, X, A, B, d(X))'],
    ['d(frechet(expm, A, X, Y))', 'frechet(expm, A, d(X), Y) + frechet(expm, A, X, d(Y))'],
  ],
  leaves: ['d(expm(X))', 'd(A*X)'],
  variables: { A: 'constant matrix(n)', B: 'constant matrix(n)', X: 'matrix(n)', Y: 'matrix(n)' },
})
