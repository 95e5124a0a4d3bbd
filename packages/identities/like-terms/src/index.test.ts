import { testIdentity } from '@matrix-derive/testing'
import identity from './index.ts'

// A*X and X*A are not alike.
testIdentity(identity, {
  rewrites: [
    ['A + A', '2*A'],
    ['2*A*B - 5*A*B', '-3*A*B'],
    ['A - A', 'zeros(n,n)'],
    ['A*X + B + A*X', '2*A*X + B'],
    ['1/2*A + 1/3*A', '5/6*A'],
    ['c*A + c*A', '2*c*A'],
    ['A*X - X*A + A*X', '2*A*X - X*A'],
    ["X'*A + 2*X'*A", "3*X'*A"],
  ],
  leaves: ['A*X + X*A', 'A*X - X*A', "A + A'", 'inv(A) + A', "A*B - A*B'", 'c*A + A'],
  variables: { A: 'matrix(n)', B: 'matrix(n)', X: 'matrix(n)', c: 'scalar' },
})
