import { testIdentity } from '@matrix-derive/testing'
import identity from './index.ts'

// Neighbours anywhere; diag(A) of a matrix is a column, and in a line diag(x)*d(y) stays.
testIdentity(identity, {
  rewrites: [
    ['diag(x)*y', 'x .* y'],
    ["x'*diag(y)", "x' .* y'"],
    ['2*a*A*diag(x)*y*d(t)', '2*a*A*(x .* y)*d(t)'],
    ["x'*diag(y)*A", "(x' .* y')*A"],
  ],
  leaves: ['diag(x)*d(y)', 'diag(d(x))*y', "d(y)'*diag(x)", "y'*diag(A)", "diag(A)*y'", 'A*diag(x)', 'diag(x)*A'],
  variables: { A: 'matrix(n)', a: 'scalar', t: 'scalar' },
})
