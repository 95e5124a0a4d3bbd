import { testIdentity } from '@matrix-derive/testing'
import identity from './index.ts'

// The sizes of the commutation matrix are those of the two inner dimensions, in this order.
testIdentity(identity, {
  rewrites: [
    ['vec(kron(d(X),Y))', 'kron(kron(eye(n), commutation(q,m)), eye(p))*kron(eye(m*n), vec(Y))*vec(d(X))'],
    ['vec(kron(Y,d(X)))', 'kron(kron(eye(q), commutation(n,p)), eye(m))*kron(vec(Y), eye(m*n))*vec(d(X))'],
    // Of several factors, those behind the differential are split off first.
    [
      'vec(kron(Y,kron(d(X),Z)))',
      'kron(kron(eye(q*n), commutation(n,p*m)), eye(q))*kron(eye(p*m*q*n), vec(Z))*vec(kron(Y,d(X)))',
    ],
    [
      'vec(kron(Y,kron(Z,d(X))))',
      'kron(kron(eye(q*n), commutation(n,p*q)), eye(m))*kron(vec(kron(Y,Z)), eye(m*n))*vec(d(X))',
    ],
  ],
  leaves: ['vec(d(X))', 'kron(d(X),Y)', 'vec(Y*d(Z))', 'vec(kron(X,Y))'],
  variables: { X: 'matrix(m,n)', Y: 'matrix(p,q)', Z: 'matrix(q,n)' },
})
