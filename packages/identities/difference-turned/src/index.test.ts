import { testIdentity } from '@matrix-derive/testing'
import identity from './index.ts'

// A difference may stand below whatever is linear in it.
testIdentity(identity, {
  rewrites: [
    ['-(A - B)*C', '(B - A)*C'],
    ["-2*(A - B)'*x", "2*(B - A)'*x"],
    ['-3*C*((A - B) .* D)', '3*C*((B - A) .* D)'],
    ['-a*(b - c)', 'a*(c - b)'],
    ['-diag(A*x - y)', 'diag(y - A*x)'],
  ],
  leaves: [
    "-(x - y)*(x - y)'",
    '-exp(a - b)*(a - b)',
    '(A - B)*C',
    '-(A + B)*C',
    '-A*B',
    '-exp(A - B)',
    '2*(A - B)',
    "-vec(((A - B)' .* C)')",
  ],
  variables: {
    A: 'matrix(n)',
    B: 'matrix(n)',
    C: 'matrix(n)',
    D: 'matrix(n)',
    x: 'vector(n)',
    y: 'vector(n)',
    a: 'scalar',
    b: 'scalar',
    c: 'scalar',
  },
})
