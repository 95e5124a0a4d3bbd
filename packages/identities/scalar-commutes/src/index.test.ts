import { testIdentity } from '@matrix-derive/testing'
import identity from './index.ts'

// The scalar that moves comes last, and what makes it a scalar with it.
testIdentity(identity, {
  rewrites: [
    ["d(x)*y'*z", "(y'*z)*d(x)"],
    ["2*a*A*d(x)*y'*z", "2*a*(y'*z)*A*d(x)"],
    ["A*x*y'*d(z)*z'", "A*x*z'*(y'*d(z))"],
    ["2*a*x*y'*A*d(z)*x'", "2*a*x*x'*(y'*A*d(z))"],
  ],
  leaves: ["A*x*y'*d(z)", "x*d(y)'*z", 'A*d(x)', "d(A)*x*y'*z", "x*y'*d(A)*z*x'", "d(x)*y'"],
  variables: { A: 'matrix(n)', x: 'vector(n)', y: 'vector(n)', z: 'vector(n)' },
})
