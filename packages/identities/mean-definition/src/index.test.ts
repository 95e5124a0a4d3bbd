import { testIdentity } from '@matrix-derive/testing'
import identity from './index.ts'

testIdentity(identity, {
  rewrites: [
    ['sum(x)/m', 'mean(x)'],
    ['a*sum(X)/(m*n)', 'a*mean(X)'],
    ['sum(X)/m^2/n', 'mean(X)/m'],
    ['sum(y)/3', 'mean(y)'],
    ['m*n*mean(X)', 'sum(X)'],
    ['3*mean(y)*x', 'sum(y)*x'],
  ],
  leaves: ['sum(X)/m', 'sum(x)/n', 'sum(x)*m', 'mean(x)/m', 'sum(y)/2', 'mean(X)*m'],
  variables: { X: 'matrix(m,n)', x: 'vector(m)', y: 'vector(3)', a: 'scalar' },
})
