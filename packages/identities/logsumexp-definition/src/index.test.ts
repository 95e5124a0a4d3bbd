import { testIdentity } from '@matrix-derive/testing'
import identity from './index.ts'

testIdentity(identity, {
  rewrites: [['log(sum(exp(W*x)))', 'logsumexp(W*x)']],
  leaves: ['log(sum(x))', 'sum(exp(x))', 'log(2*sum(exp(x)))'],
  variables: { W: 'matrix(m,n)', x: 'vector(n)' },
})
