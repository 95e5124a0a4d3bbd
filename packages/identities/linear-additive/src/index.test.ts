import { testIdentity } from '@matrix-derive/testing'
import identity from './index.ts'

testIdentity(identity, {
  rewrites: [
    ['tr(d(X) + d(Y))', 'tr(d(X)) + tr(d(Y))'],
    ['A*(d(X) + d(Y))*B', 'A*d(X)*B + A*d(Y)*B'],
    ["(d(X) + d(Y))'", "d(X)' + d(Y)'"],
    ['vec(d(X) - d(Y))', 'vec(d(X)) + vec(-d(Y))'],
    ['A .* (d(X) + d(Y))', 'A .* d(X) + A .* d(Y)'],
    ['kron(d(X) + d(Y), A)', 'kron(d(X),A) + kron(d(Y),A)'],
  ],
  leaves: [
    'kron(A + B, d(X))',
    '(A + B) .* d(X)',
    'tr(X + Y)',
    'd(X) + d(Y)',
    'inv(d(X) + d(Y))',
    'det(d(X) + d(Y))',
    'exp(d(X) + d(Y))',
    'A*d(X)*B',
  ],
  variables: { A: 'matrix(n)', B: 'matrix(n)', X: 'matrix(n)', Y: 'matrix(n)' },
})
