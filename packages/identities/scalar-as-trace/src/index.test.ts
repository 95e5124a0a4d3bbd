import { testIdentity } from '@matrix-derive/testing'
import identity from './index.ts'

// A trace has something to turn only where a matrix moves.
testIdentity(identity, {
  rewrites: [
    ["x'*d(X)*y", "tr(x'*d(X)*y)"],
    ["2*a*x'*A*d(X)*y", "tr(2*a*x'*A*d(X)*y)"],
  ],
  leaves: ["x'*d(y)", "x'*A*d(y)", 'A*d(X)', 'a*d(a)'],
  variables: { A: 'matrix(n)', X: 'matrix(n)', x: 'vector(n)', y: 'vector(n)' },
})
