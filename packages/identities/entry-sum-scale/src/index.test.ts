import { testIdentity } from '@matrix-derive/testing'
import identity from './index.ts'

testIdentity(identity, {
  rewrites: [
    ['sum(-x)', '-sum(x)'],
    ['mean(2*a*X)', '2*a*mean(X)'],
    ['sum(a*X*x)', 'a*sum(X*x)'],
  ],
  leaves: ['sum(X)', 'sum(X + x*ones(1,n))', 'sum(X .* X)', 'tr(a*X)'],
  variables: { a: 'scalar', X: 'matrix(n)', x: 'vector(n)' },
})
