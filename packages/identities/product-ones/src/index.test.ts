import { testIdentity } from '@matrix-derive/testing'
import identity from './index.ts'

testIdentity(identity, {
  rewrites: [
    ["t'*ones(n)", 'sum(t)'],
    ['2*ones(1,n)*A*x', '2*sum(A*x)'],
    ["t'*ones(n)*B", 'sum(t)*B'],
    ["a*t'*A*ones(n)*B", "a*sum(t'*A)*B"],
  ],
  leaves: ["ones(n)*t'", 'ones(1,n)*A', "t'*x", 'A*ones(n)'],
  variables: { t: 'vector(n)', x: 'vector(n)', A: 'matrix(n)', B: 'matrix(p,q)', a: 'scalar' },
})
