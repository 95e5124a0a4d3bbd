import { testIdentity } from '@matrix-derive/testing'
import identity from './index.ts'

// Only the first positive term moves: what people wrote stays in its order.
testIdentity(identity, {
  rewrites: [
    ['-A + B', 'B - A'],
    ['-2*A + B - C', 'B - 2*A - C'],
    ["S' + S", "S + S'"],
    ['-a + b*c', 'b*c - a'],
  ],
  leaves: ['A - B', '-A - B', 'A + B', "S + S'"],
  variables: {
    A: 'matrix(m,n)',
    B: 'matrix(m,n)',
    C: 'matrix(m,n)',
    S: 'matrix(n)',
    a: 'scalar',
    b: 'scalar',
    c: 'scalar',
  },
})
