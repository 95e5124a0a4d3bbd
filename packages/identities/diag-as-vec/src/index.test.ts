import { testIdentity } from '@matrix-derive/testing'
import identity from './index.ts'

testIdentity(identity, {
  rewrites: [
    ['diag(d(X))', 'kron(ones(1,n), eye(n))*diag(vec(eye(n)))*vec(d(X))'],
    ["2*B*diag(d(X))*x'", "2*B*kron(ones(1,n), eye(n))*diag(vec(eye(n)))*vec(d(X))*x'"],
  ],
  leaves: ['diag(d(x))', 'B*d(x)'],
  variables: { B: 'matrix(m,n)', X: 'matrix(n)', x: 'vector(n)' },
})
