import { testIdentity } from '@matrix-derive/testing'
import identity from './index.ts'

// d(X^n) is no n*X^(n-1)*dX: X does not commute with dX.
testIdentity(identity, {
  rewrites: [
    ['d(X^2)', 'd(X)*X + X*d(X)'],
    ['d(X^4)', 'd(X)*X^3 + X*d(X)*X^2 + X^2*d(X)*X + X^3*d(X)'],
    ['d((X*Y)^2)', 'd(X*Y)*X*Y + X*Y*d(X*Y)'],
  ],
  leaves: ['d(X^65)', 'd(x^2)', 'd(X^k)', 'd(inv(X))', 'd(X .^ 2)', 'X^2'],
  variables: { Y: 'matrix(n)', x: 'scalar', k: 'integer' },
})
