import { testIdentity } from '@matrix-derive/testing'
import identity from './index.ts'

// Left and right do not mix: A*X - X*A is no multiple of A.
testIdentity(identity, {
  rewrites: [
    ['A*Z + B*Z + C*Z', '(A + B + C)*Z'],
    ['-A*B - A*C', '-A*(B + C)'],
    ['2*A*B - 2*A*C', '2*A*(B - C)'],
    ['-2*A + 2*B', '2*(B - A)'],
    ['-2*A - 2*B', '-2*(A + B)'],
    ['A*B + A*C', 'A*(B + C)'],
    ['B*A + C*A', '(B + C)*A'],
    ['inv(A + X)*C - inv(A + X)', 'inv(A + X)*(C - eye(n))'],
    ['A*C + A*B*C', 'A*(C + B*C)'],
    ['c*A + c*B', 'c*(A + B)'],
    ['2*A - 2*B', '2*(A - B)'],
    ['A*x + B*x', '(A + B)*x'],
    ['2*A*B + 3*A*C', 'A*(2*B + 3*C)'],
    ['A/c - 2*B/c^2', '(A - 2*B/c)/c'],
    ['A*B/c^2 + B*A/c^3', '(A*B + B*A/c)/c^2'],
  ],
  leaves: [
    'A*X + X*A',
    'A*X - X*A',
    'A*B + C*A',
    'A*B*C + C*A*B - B*C*A',
    'A*B + A*B + A*C',
    'A + B',
    '2*A + 3*B',
    'A*B + inv(A)*C',
    "A'*B + A*C",
    'A*B + B',
    'A*B/c + c*B*A',
  ],
  variables: {
    A: 'matrix(n)',
    B: 'matrix(n)',
    C: 'matrix(n)',
    X: 'matrix(n)',
    Z: 'matrix(n,p)',
    x: 'vector(n)',
    c: 'scalar',
  },
})
