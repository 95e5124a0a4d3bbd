import { testIdentity } from '@matrix-derive/testing'
import identity from './index.ts'

testIdentity(identity, {
  rewrites: [
    ['x^a*x^b', 'x^(a + b)'],
    ['x*x', 'x^2'],
    ['x^2*x^-1', 'x'],
    ['x*x^-1', '1'],
    ['3*x*A*x^2', '3*x^3*A'],
    ['c*x^2*c*B', 'c^2*x^2*B'],
    ['x^-1*x^-2', 'x^-3'],
    ['a*b*(a*b)^-2', 'a^-1*b^-1'],
    ['a*(a*x)^-2*A', 'a^-1*x^-2*A'],
    ['(c*(a*b)^-1)^2*c', 'c^3*a^-2*b^-2'],
    ['x*x*d(t)', 'x^2*d(t)'],
    ['x/sqrt(x)', 'sqrt(x)'],
    ['A*sqrt(x)*sqrt(x)', 'x*A'],
    ['sqrt(x)/x', '1/sqrt(x)'],
    ['x^2/sqrt(x)', 'x^(3/2)'],
    ["y'*A*y/(y'*A*y)", '1'],
    ["A*y*y'*y/(y'*y)^2", "A*y/(y'*y)"],
    ["y'*y/norm2(y)", 'norm2(y)'],
    ["norm2(y)^-3*y'*y*y", 'y/norm2(y)'],
    ["y'*y*b/(norm2(y)*b)", 'norm2(y)'],
  ],
  leaves: ['x*a', 'a/sqrt(x)', 'sqrt(x)^3*a', 'x^2*a^2', 'A*A', 'x*A', 'exp(x)*exp(a)', 'det(A)*tr(A)'],
  assumes: { 'x*x': [], 'x*x*a^-1': [], 'x*x^-1': ['nonzero x'], 'x^(1/2)*x^-1': ['nonzero x'] },
  variables: {
    A: 'matrix(n)',
    B: 'matrix(n)',
    c: 'scalar',
    a: 'scalar',
    b: 'scalar',
    t: 'scalar',
    x: 'scalar',
    y: 'vector(n)',
  },
})
