import { testIdentity } from '@matrix-derive/testing'
import identity from './index.ts'

// What changes is stacked for a purpose.
testIdentity(identity, {
  rewrites: [
    ['2*kron(kron(A,B),x)*vec(C)', "2*vec(kron(B,x)*C*A')"],
    ["y*vec(C)'*kron(A',B')", "y*vec(B*C*A')'"],
    ["kron(A,B)'*vec(Y)", "vec(B'*Y*A)"],
  ],
  leaves: ['kron(A,B)*vec(d(C))', 'kron(A,B)*z', 'kron(B,A)*vec(C)'],
  variables: {
    A: 'matrix(m,n)',
    B: 'matrix(p,q)',
    C: 'matrix(q,n)',
    Y: 'matrix(p,m)',
    x: 'vector(k)',
    y: 'vector(k)',
    z: 'vector(n*q)',
  },
})
