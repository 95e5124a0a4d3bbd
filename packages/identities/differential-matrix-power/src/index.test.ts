import { testIdentity } from '@matrix-derive/testing'
import identity from './index.ts'

// d(X^n) is no n*X^(n-1)*dX: X does not commute with dX.
testIdentity(identity, {
  rewrites: [
    ['d(X^2)', 'd(X)*X + X*d(X)'],
    ['d(X^4)', 'd(X)*X^3 + X*d(X)*X^2 + X^2*d(X)*X + X^3*d(X)'],
    ['d(X^k)', 'sum(i in 1..k, X^(i - 1)*d(X)*X^(k - i))'],
    ['d(X^100)', 'sum(i in 1..100, X^(i - 1)*d(X)*X^(100 - i))'],
    ['d((X*Y)^2)', 'd(X*Y)*X*Y + X*Y*d(X*Y)'],
  ],
  assumes: { 'd(X^k)': ['nonnegative k'], 'd(X^100)': [] },
  leaves: ['d(x^2)', 'd(x^k)', 'd(inv(X))', 'd(X .^ 2)', 'X^2'],
  variables: { Y: 'matrix(n)', x: 'scalar', k: 'integer' },
})
