import { testIdentity } from '@matrix-derive/testing'
import identity from './index.ts'

// The factor whose loss saves the most; not every term need have it.
testIdentity(identity, {
  rewrites: [
    ['A .* X + B .* X', '(A + B) .* X'],
    ['A .* exp(X) + t*(A .* exp(X) .* B)', '(A + t*(A .* B)) .* exp(X)'],
    ['2*(A .* X) - 2*(B .* X)', '2*((A - B) .* X)'],
    ['A .* X - (B .* X) - C', '(A - B) .* X - C'],
    ['sin(exp(X)) .* A + sin(exp(X))', '(A + ones(m,n)) .* sin(exp(X))'],
  ],
  leaves: ['A .* B + C .* X', '(A .* B)*Y + (A .* B)*Z', 'A + B', 'A*Y + A*Z', 'A .* B + A .* B'],
  variables: {
    A: 'matrix(m,n)',
    B: 'matrix(m,n)',
    C: 'matrix(m,n)',
    X: 'matrix(m,n)',
    Y: 'matrix(n,n)',
    Z: 'matrix(n,n)',
    t: 'scalar',
  },
})
