import { testIdentity } from '@matrix-derive/testing'
import identity from './index.ts'

testIdentity(identity, {
  rewrites: [
    ['commutation(n,m)*commutation(m,n)', 'eye(m*n)'],
    ['2*A*commutation(n,m)*commutation(m,n)', '2*A*eye(m*n)'],
  ],
  leaves: ['commutation(m,n)*commutation(m,n)', 'A*commutation(n,m)'],
  variables: { A: 'matrix(k,m*n)' },
})
