import { testIdentity } from '@matrix-derive/testing'
import identity from './index.ts'

// The sizes must be those of the factors, in this order.
testIdentity(identity, {
  rewrites: [
    ['kron(A,B)*commutation(n,q)', 'commutation(m,p)*kron(B,A)'],
    ['2*C*kron(A,B)*commutation(n,q)*d(t)', '2*C*commutation(m,p)*kron(B,A)*d(t)'],
  ],
  leaves: ['kron(A,B)*commutation(q,n)', 'kron(kron(A,B),A)*commutation(n,n*q)', 'C*kron(A,B)'],
  variables: { C: 'matrix(k,m*p)', t: 'scalar' },
})
