import { testIdentity } from '@matrix-derive/testing'
import identity from './index.ts'

testIdentity(identity, {
  rewrites: [
    ['sum(X + a*ones(m,n))', 'sum(X) + a*m*n'],
    ['sum(ones(n))', 'n'],
    ['mean(X - a*ones(m,n))', 'mean(X) - a'],
    ['mean(a*ones(3))', 'a'],
    ['sum(2*a*ones(3))', '6*a'],
    ['sum(x - mean(x)*vector(1))', 'sum(x) - mean(x)*n'],
  ],
  leaves: ['sum(X - ones(m,n))', 'sum(X)', 'sum(a*X)', 'sum(x*ones(1,n))'],
  variables: { X: 'matrix(m,n)', a: 'scalar', x: 'vector(n)' },
})
