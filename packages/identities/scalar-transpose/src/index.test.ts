import { testIdentity } from '@matrix-derive/testing'
import identity from './index.ts'

// Only what multiplies to a number may be turned round.
testIdentity(identity, {
  rewrites: [
    ["d(x)'*y", "y'*d(x)"],
    ["d(x)'*A*y", "y'*A'*d(x)"],
    ["2*c*d(x)'*A*y", "2*c*y'*A'*d(x)"],
    ["z*d(x)'*y", "z*y'*d(x)"],
    ["d(x)'*y*z'", "y'*d(x)*z'"],
  ],
  leaves: ["y'*d(x)", "d(x)*y'", "d(x)'*A", "x'*y", 'A*d(x)'],
  variables: { A: 'matrix(n)', x: 'vector(n)', y: 'vector(n)', z: 'vector(m)', c: 'scalar' },
})
