import { testIdentity } from '@matrix-derive/testing'
import identity from './index.ts'

testIdentity(identity, {
  rewrites: [
    [
      "2*kron(vec(eye(n))', eye(m))*kron(eye(n), kron(A,B)*(x - y))",
      "2*B*(kron(vec(eye(q))', eye(p))*kron(eye(q), x - y))*A'",
    ],
    ["kron(vec(eye(q))', eye(p))*kron(eye(q), kron(A,B)'*z)", "B'*(kron(vec(eye(n))', eye(m))*kron(eye(n), z))*A"],
    ["kron(eye(n), x'*kron(A,B)')*kron(vec(eye(n)), eye(m))", "A*(kron(eye(q), x')*kron(vec(eye(q)), eye(p)))*B'"],
  ],
  leaves: [
    "kron(vec(eye(n))', eye(m))*kron(eye(n), z)",
    "kron(vec(eye(n))', eye(m))*kron(eye(n), kron(a,b))",
    "kron(vec(eye(n))', eye(m))*kron(eye(n), T*z)",
    "kron(vec(eye(n))', eye(m))*kron(eye(n), kron(A,B)*d(x))",
  ],
  variables: {
    A: 'matrix(n,q)',
    B: 'matrix(m,p)',
    T: 'matrix(m*n)',
    x: 'vector(p*q)',
    y: 'vector(p*q)',
    z: 'vector(m*n)',
    a: 'vector(n)',
    b: 'vector(m)',
  },
})
