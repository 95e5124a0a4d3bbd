import { testIdentity } from '@matrix-derive/testing'
import identity from './index.ts'

// A differential inside of anything else than an unstacked vector is not for this law.
testIdentity(identity, {
  rewrites: [["tr(kron(vec(eye(n))', eye(n))*kron(eye(n), d(y)))", "vec(eye(n)')'*d(y)"]],
  leaves: [
    "tr(kron(vec(eye(n))', eye(n))*kron(eye(n), d(y))*A)",
    'C*kron(eye(n), d(x))*b',
    'tr(A*d(X))',
    'vec(A*d(X)*B)',
  ],
  variables: {
    y: 'vector(n*n)',
    x: 'vector(n)',
    X: 'matrix(n)',
    A: 'matrix(n)',
    B: 'matrix(n)',
    C: 'matrix(m,n*n)',
    b: 'vector(n)',
  },
})
