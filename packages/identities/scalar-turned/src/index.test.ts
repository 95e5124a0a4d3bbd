import { testIdentity } from '@matrix-derive/testing'
import identity from './index.ts'

// Fewer transposes, or a factor in common with another term; a differential stays where it is.
testIdentity(identity, {
  rewrites: [
    ["x'*A'*y", "y'*A*x"],
    ["(x'*A'*y)*B", "(y'*A*x)*B"],
    ["2*x'*A'*y*b'", "2*y'*A*x*b'"],
    ["b*x'*A'*y", "b*y'*A*x"],
    ["a'*x*b' + x'*c*b' + x'*B", "x'*a*b' + x'*c*b' + x'*B"],
    ["b*x'*a + B*x", "b*a'*x + B*x"],
  ],
  leaves: ["x'*A*x", "a'*x", "a*x'", "a'*x*b' + c'*x*b'", "d(x)'*A'*y"],
  variables: {
    A: 'matrix(n)',
    B: 'matrix(n)',
    a: 'vector(n)',
    b: 'vector(n)',
    c: 'vector(n)',
    x: 'vector(n)',
    y: 'vector(n)',
  },
})
