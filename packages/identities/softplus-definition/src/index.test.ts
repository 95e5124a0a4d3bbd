import { testIdentity } from '@matrix-derive/testing'
import identity from './index.ts'

testIdentity(identity, {
  rewrites: [
    ['log(exp(-W*x) + vector(1))', 'softplus(-W*x)'],
    ['log(1 + exp(2*a))', 'softplus(2*a)'],
  ],
  leaves: ['log(2 + exp(a))', 'log(ones(m) - exp(W*x))', 'log(1 + 2*exp(a))', 'log(a)'],
  variables: { W: 'matrix(m,n)', x: 'vector(n)', a: 'scalar' },
})
