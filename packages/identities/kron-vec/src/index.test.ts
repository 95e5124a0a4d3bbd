import { testIdentity } from '@matrix-derive/testing'
import identity from './index.ts'

testIdentity(identity, {
  rewrites: [
    ["x'*kron(C', D)*vec(Y)", "x'*vec(D*Y*C)"],
    ['2*a*kron(A, B)*vec(Y)', "2*a*vec(B*Y*A')"],
  ],
  leaves: [
    'kron(A, B)*x',
    'kron(A, B)*vec(d(X))',
    'vec(X)',
    'kron(A, vec(X))',
    'kron(kron(A, A), B)*vec(Z)',
    'kron(x, B)*vec(W)',
  ],
  variables: {
    C: 'matrix(n,m)',
    D: 'matrix(p,q)',
    Y: 'matrix(q,n)',
    Z: 'matrix(q*n,n)',
    W: 'matrix(1,q)',
    a: 'scalar',
  },
})
