import { testIdentity } from '@matrix-derive/testing'
import identity from './index.ts'

testIdentity(identity, {
  rewrites: [
    ['exp(x)/sum(exp(x))', 'softmax(x)'],
    ["2*a*exp(W*x)*x'/sum(exp(W*x))", "2*a*softmax(W*x)*x'"],
  ],
  leaves: ['exp(x)/sum(exp(2*x))', 'x/sum(x)', 'exp(X)/sum(exp(X))', 'exp(x)*sum(exp(x))'],
  variables: { W: 'matrix(m,n)', X: 'matrix(m,n)', x: 'vector(n)', a: 'scalar' },
})
