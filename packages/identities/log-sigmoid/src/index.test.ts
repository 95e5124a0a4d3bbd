import { testIdentity } from '@matrix-derive/testing'
import identity from './index.ts'

testIdentity(identity, {
  rewrites: [
    ['log(sigmoid(W*x))', 'W*x - softplus(W*x)'],
    ['log(sigmoid(a))', 'a - softplus(a)'],
    ['log(ones(m) - sigmoid(W*x))', '-softplus(W*x)'],
    ['log(1 - sigmoid(2*a))', '-softplus(2*a)'],
  ],
  leaves: ['log(ones(m) + sigmoid(W*x))', 'log(2 - sigmoid(a))', 'log(x)', 'log(1 - exp(a))'],
  variables: { W: 'matrix(m,n)', x: 'vector(n)', a: 'scalar' },
})
