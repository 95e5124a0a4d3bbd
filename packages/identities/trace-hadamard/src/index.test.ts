import { testIdentity } from '@matrix-derive/testing'
import identity from './index.ts'

testIdentity(identity, {
  rewrites: [
    ['tr(A*(B .* d(X)))', "tr((A .* B')*d(X))"],
    ['tr(A*(d(X) .* B))', "tr((A .* B')*d(X))"],
    ['tr(A*C*(B .* d(X)))', "tr(((A*C) .* B')*d(X))"],
    ['tr(B .* d(X))', "tr((eye(n) .* B')*d(X))"],
  ],
  leaves: ['tr((B .* d(X))*A)', 'tr(A*(B .* C))', 'tr(A*d(X))', 'A*(B .* d(X))'],
  variables: { A: 'matrix(n)', B: 'matrix(n)', C: 'matrix(n)', X: 'matrix(n)' },
})
