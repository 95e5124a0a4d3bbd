import { testIdentity } from '@matrix-derive/testing'
import identity from './index.ts'

testIdentity(identity, {
  rewrites: [
    ['(2*X) .* (a*Y)', '2*a*(X .* Y)'],
    ['X .* (-Y)', '-(X .* Y)'],
    ['(a*X*d(t)) .* Y', 'a*((X*d(t)) .* Y)'],
  ],
  leaves: ['X .* Y', '(X + Y) .* Y'],
  variables: { t: 'scalar' },
})
