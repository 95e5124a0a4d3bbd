import { testIdentity } from '@matrix-derive/testing'
import identity from './index.ts'

testIdentity(identity, {
  rewrites: [
    ['(2*X) .* (a*Y)', '2*a*(X .* Y)'],
    ['X .* (-Y)', '-(X .* Y)'],
    ['(a*X*d(t)) .* Y', 'a*((X*d(t)) .* Y)'],
    ['((2*Z*X) .* Y)*W', '2*((Z*X) .* Y)*W'],
  ],
  leaves: ['X .* Y', '(X + Y) .* Y', '(X .* Y)*W', '2*(X .* Y)*W'],
  variables: { t: 'scalar', Z: 'matrix(m)', W: 'matrix(n,p)' },
})
