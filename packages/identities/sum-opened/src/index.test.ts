import { testIdentity } from '@matrix-derive/testing'
import identity from './index.ts'

testIdentity(identity, {
  rewrites: [
    ['A - (B + C)', 'A - B - C'],
    ['A - (B - 2*C) + B*D', 'A - B + 2*C + B*D'],
  ],
  leaves: ['A - 2*(B + C)', 'A - (B + C)*D', '-(A + B)', 'A - B'],
  variables: { A: 'matrix(n)', B: 'matrix(n)', C: 'matrix(n)', D: 'matrix(n)' },
})
