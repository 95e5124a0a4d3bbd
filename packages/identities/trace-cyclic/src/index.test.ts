import { testIdentity } from '@matrix-derive/testing'
import identity from './index.ts'

// Factors turn, they do not swap: the order round the circle stays.
testIdentity(identity, {
  rewrites: [
    ["tr(2*c*y*d(x)')", "tr(2*c*d(x)'*y)"],
    ['tr(A*d(X)*C)', 'tr(C*A*d(X))'],
    ['tr(d(X)*A)', 'tr(A*d(X))'],
    ["tr(2*c*A*d(X)'*B*C)", "tr(2*c*B*C*A*d(X)')"],
    ['tr(A*X*d(X)*X)', 'tr(X*A*X*d(X))'],
  ],
  leaves: ['tr(A*d(c))', 'tr(A*d(X))', 'tr(A*B)', 'tr(A + d(X))', 'det(A*d(X))', 'A*d(X)*C', 'tr(A*(d(X) + B))'],
  variables: {
    A: 'matrix(n)',
    B: 'matrix(n)',
    C: 'matrix(n)',
    X: 'matrix(n)',
    c: 'scalar',
    x: 'vector(n)',
    y: 'vector(n)',
  },
})
