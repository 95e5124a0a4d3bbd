import { testIdentity } from '@matrix-derive/testing'
import identity from './index.ts'

testIdentity(identity, {
  rewrites: [['frechet(phi1, a, b, d(c))', 'frechet(phi1, a, b, 1)*d(c)']],
  leaves: ['frechet(phi1, X, d(X))', 'frechet(phi1, a, c)'],
  variables: { a: 'scalar', b: 'scalar', c: 'scalar', X: 'matrix(n)' },
})
