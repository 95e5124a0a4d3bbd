import { testIdentity } from '@matrix-derive/testing'
import identity from './index.ts'

testIdentity(identity, {
  rewrites: [['sum(softmax(A*x))', '1']],
  leaves: ['sum(2*softmax(x))', 'sum(x)', 'softmax(x)'],
  variables: { A: 'matrix(m,n)', x: 'vector(n)' },
})
