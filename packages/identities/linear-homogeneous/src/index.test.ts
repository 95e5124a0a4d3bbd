import { testIdentity } from '@matrix-derive/testing'
import identity from './index.ts'

// Numbers may stay under a trace, and leave no operator that is not linear.
testIdentity(identity, {
  rewrites: [
    ['tr(d(a)*X)', 'tr(X)*d(a)'],
    ["(d(a)*X)'", "X'*d(a)"],
    ["(2*c*d(X))'", "2*c*d(X)'"],
    ['vec(c*d(X))', 'c*vec(d(X))'],
    ['Y .* (c*d(X))', 'c*(Y .* d(X))'],
    ['kron(Y, 3*d(X))', '3*kron(Y, d(X))'],
    ['diag(d(a)*x)', 'diag(x)*d(a)'],
  ],
  leaves: ['tr(2*d(X))', 'tr(c*d(X))', 'tr(c*X)', "(A*d(X))'", 'exp(d(a)*X)', 'inv(d(a)*X)'],
  variables: { a: 'scalar', c: 'scalar', x: 'vector(n)', A: 'matrix(n)', X: 'matrix(n)', Y: 'matrix(n)' },
})
