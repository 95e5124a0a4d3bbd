import { testIdentity } from '@matrix-derive/testing'
import identity from './index.ts'

testIdentity(identity, {
  rewrites: [
    ["x'*(y .* d(z))", "(x .* y)'*d(z)"],
    ["x'*(d(z) .* y)", "(x .* y)'*d(z)"],
    ["x'*A*(y .* d(z))", "((x'*A)' .* y)'*d(z)"],
    ["3*c*x'*(y .* d(z))", "3*c*(x .* y)'*d(z)"],
  ],
  leaves: ["x'*(A .* d(A))", 'A*(y .* d(z))', "x'*(y .* z)", "x'*d(z)", 'y .* d(z)', "x'*A*d(z)"],
  variables: { A: 'matrix(n)', x: 'vector(n)', y: 'vector(n)', z: 'vector(n)', c: 'scalar' },
})
