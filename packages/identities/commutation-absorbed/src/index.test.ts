import { testIdentity } from '@matrix-derive/testing'
import identity from './index.ts'

testIdentity(identity, {
  rewrites: [
    ['commutation(n,n)*duplication(n)', 'duplication(n)'],
    ["A*duplication(n)'*commutation(n,n)*B", "A*duplication(n)'*B"],
    ['commutation(n,n)*(eye + commutation(n,n))', 'eye(n*n) + commutation(n,n)'],
    ['A*(eye - commutation(n,n))*commutation(n,n)', '-A*(eye(n*n) - commutation(n,n))'],
  ],
  leaves: [
    'commutation(m,n)*(eye + commutation(m,n))',
    'commutation(n,n)*(eye + 2*commutation(n,n))',
    'commutation(n,n)*B',
  ],
  variables: { B: 'matrix(n*n,p)' },
})
