import { testIdentity } from '@matrix-derive/testing'
import identity from './index.ts'

testIdentity(identity, {
  rewrites: [
    ['Y .* sinh(X) ./ cosh(X)', 'tanh(X) .* Y'],
    ['sin(X) .* Y ./ cos(X)', 'tan(X) .* Y'],
    ['2*sinh(x)/cosh(x)*Y', '2*tanh(x)*Y'],
    ['sin(x)/cos(x)', 'tan(x)'],
  ],
  leaves: ['sinh(X) ./ cosh(Y)', 'cosh(X) ./ sinh(X)', 'sinh(X) .* cosh(X)', 'sinh(x)/cos(x)'],
  variables: { X: 'matrix(m,n)', Y: 'matrix(m,n)', x: 'scalar' },
})
