import { testIdentity } from '@matrix-derive/testing'
import identity from './index.ts'

testIdentity(identity, {
  rewrites: [
    ['b*abs(a)*sign(a)', 'b*a'],
    ['X .* Y .* sign(X)', 'abs(X) .* Y'],
  ],
  leaves: ['abs(a)*sign(b)', 'abs(X)*sign(Y)', 'sign(a)^2'],
  variables: { a: 'scalar', b: 'scalar', X: 'matrix(n)', Y: 'matrix(n)' },
})
