import { testIdentity } from '@matrix-derive/testing'
import identity from './index.ts'

testIdentity(identity, {
  rewrites: [
    ["(A*B)'", "B'*A'"],
    ["(A*B*C)'", "C'*B'*A'"],
    ["(A'*B)'", "B'*A"],
    ["(2*c*A*B)'", "2*c*B'*A'"],
    ["(A*(B + C))'", "(B + C)'*A'"],
    ["(x*y')'", "y*x'"],
    ["(A*inv(B))'", "inv(B)'*A'"],
  ],
  leaves: ["(A + B)'", "(A .* B)'", "A'*B'", "A'"],
  variables: { A: 'matrix(n)', B: 'matrix(n)', C: 'matrix(n)', x: 'vector(n)', y: 'vector(m)', c: 'scalar' },
})
