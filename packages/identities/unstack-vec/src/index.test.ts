import { testIdentity } from '@matrix-derive/testing'
import identity from './index.ts'

testIdentity(identity, {
  rewrites: [
    ["2*A*kron(vec(eye(n))', eye(m))*kron(eye(n), vec(X))*b", '2*A*X*b'],
    ["kron(vec(eye(n))', eye(m))*(kron(eye(n), vec(X)) - kron(eye(n), vec(Y)))", 'X - Y'],
    ["kron(eye(n), vec(X)')*kron(vec(eye(n)), eye(m))", "X'"],
  ],
  leaves: [
    "kron(vec(eye(n))', eye(m))*kron(eye(n), x)",
    "kron(vec(eye(n))', eye(m))*kron(eye(n), vec(X) + x)",
    "kron(vec(eye(n))', eye(m))*kron(eye(n), vec(X'))",
    "kron(vec(eye(n))', eye(m))*kron(eye(n), vec(d(X)))",
    "kron(vec(eye(n))', C)*kron(eye(n), vec(X))",
  ],
  variables: {
    A: 'matrix(p,m)',
    C: 'matrix(m)',
    X: 'matrix(m,n)',
    Y: 'matrix(m,n)',
    b: 'vector(n)',
    x: 'vector(m*n)',
  },
})
