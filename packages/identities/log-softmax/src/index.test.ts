import { testIdentity } from '@matrix-derive/testing'
import identity from './index.ts'

testIdentity(identity, {
  rewrites: [
    ['log(softmax(W*x))', 'W*x - logsumexp(W*x)*ones(m)'],
    ["log(softmax(x'))", "x' - logsumexp(x')*ones(1,n)"],
  ],
  leaves: ['log(exp(x))', 'log(x)', 'log(2*softmax(x))'],
  variables: { W: 'matrix(m,n)', x: 'vector(n)' },
})
