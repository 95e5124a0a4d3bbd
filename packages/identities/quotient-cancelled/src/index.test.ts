import { testIdentity } from '@matrix-derive/testing'
import identity from './index.ts'

testIdentity(identity, {
  rewrites: [
    ['a*(X + Y/a)', 'a*X + Y'],
    ['X/(1 + b/a)/a', 'X/(a + b)'],
    ['a^2*(X/a + Y)', 'a*X + a^2*Y'],
    ['c*(a - b)/a', 'c*(1 - b/a)'],
  ],
  leaves: ['a*(X + Y)', 'X/(1 + b)/a', 'a*(X + a*Y)', 'a/(a + b)', 'a/(a^2 + b)'],
  variables: { a: 'scalar', b: 'scalar', c: 'scalar', X: 'matrix(n)', Y: 'matrix(n)' },
})
