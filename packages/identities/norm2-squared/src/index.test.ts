import { testIdentity } from '@matrix-derive/testing'
import identity from './index.ts'

testIdentity(identity, {
  rewrites: [
    ['norm2(x)^2', "x'*x"],
    ["norm2(x')^2", "x'*x"],
    ['norm2(X)^2', "tr(X'*X)"],
    ['norm2(a)^2', 'a^2'],
    ['norm2(A*x)^-2', "((A*x)'*A*x)^-1"],
  ],
  leaves: ['norm2(x)^3', 'norm2(x)', 'norm1(x)^2'],
  variables: { a: 'scalar', A: 'matrix(m,n)' },
})
