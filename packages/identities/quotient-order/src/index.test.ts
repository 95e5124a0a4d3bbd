import { testIdentity } from '@matrix-derive/testing'
import identity from './index.ts'

// Nothing is relied on: both sides have the same divisors.
testIdentity(identity, {
  rewrites: [
    ['s^-1*a', 'a/s'],
    ['s^-2*a*A', 'a/s^2*A'],
    ['s^-1*a*b^-1*exp(a)', 'a*exp(a)/s/b'],
  ],
  leaves: ['a/s', '2/s', 'A/s', 'a*b', 's^a*b'],
  variables: { a: 'scalar', b: 'scalar', s: 'scalar', A: 'matrix(m,n)' },
})
