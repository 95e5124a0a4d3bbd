import { testIdentity } from '@matrix-derive/testing'
import identity from './index.ts'

// The sizes of the commutation matrix are those of the two inner dimensions, in this order.
testIdentity(identity, {
  rewrites: [
    ['vec(kron(d(X),Y))', 'kron(kron(eye(n), commutation(q,m)), eye(p))*kron(eye(m*n), vec(Y))*vec(d(X))'],
    ['vec(kron(Y,d(X)))', 'kron(kron(eye(q), commutation(n,p)), eye(m))*kron(vec(Y), eye(m*n))*vec(d(X))'],
    // Of several factors, those behind the differential are split off first. Narrow ones: the sizes multiply.
    [
      'vec(kron(u,kron(d(X),v)))',
      'kron(kron(eye(n), commutation(q,p*m)), eye(1))*kron(eye(p*m*n), vec(v))*vec(kron(u,d(X)))',
    ],
    [
      'vec(kron(u,kron(v,d(X))))',
      'kron(kron(eye(q), commutation(n,p)), eye(m))*kron(vec(kron(u,v)), eye(m*n))*vec(d(X))',
    ],
  ],
  leaves: ['vec(d(X))', 'kron(d(X),Y)', 'vec(Y*d(Z))', 'vec(kron(X,Y))'],
  variables: { X: 'matrix(m,n)', Y: 'matrix(p,q)', Z: 'matrix(q,n)', u: 'vector(p)', v: 'rowvector(q)' },
})
