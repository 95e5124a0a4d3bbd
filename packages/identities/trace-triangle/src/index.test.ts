import { testIdentity } from '@matrix-derive/testing'
import identity from './index.ts'

testIdentity(identity, {
  rewrites: [
    ['tr(A*tril(d(X)))', 'tr(triu(A)*d(X))'],
    ['tr(A*triu(d(X)))', 'tr(tril(A)*d(X))'],
    ['tr(tril(d(Y)))', 'tr(triu(eye(n))*d(Y))'],
    ['tr(2*a*A*tril(d(X)))', 'tr(2*a*triu(A)*d(X))'],
  ],
  leaves: ['tr(tril(d(X))*A)', 'tr(A*d(X))', 'tr(A*tril(X))'],
  variables: { Y: 'matrix(n)', a: 'scalar' },
})
