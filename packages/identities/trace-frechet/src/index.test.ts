import { testIdentity } from '@matrix-derive/testing'
import identity from './index.ts'

testIdentity(identity, {
  rewrites: [
    ['tr(A*frechet(expm, X, d(E)))', 'tr(frechet(expm, X, A)*d(E))'],
    ['tr(frechet(expm, X, d(E)))', 'tr(frechet(expm, X, eye(n))*d(E))'],
    ['tr(A*frechet(phi1, X, E, d(F)))', 'tr(frechet(phi1, X, E, A)*d(F))'],
    ['tr(2*a*A*frechet(logm, X, d(E)))', 'tr(2*a*frechet(logm, X, A)*d(E))'],
  ],
  leaves: ['tr(frechet(expm, X, d(E))*A)', 'tr(A*d(X))'],
  variables: { a: 'scalar' },
})
