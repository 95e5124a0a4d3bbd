import { testIdentity } from '@matrix-derive/testing'
import identity from './index.ts'

testIdentity(identity, {
  rewrites: [
    ["2*A*X'*(y - X*pinv(X)*y)*z'", 'zeros(p,k)'],
    ["(X*pinv(X)*y - y)'*X", 'zeros(1,n)'],
    ["(y - X*pinv(X)*y)'*pinv(X)'*z2", '0'],
    ["X'*(y - X*pinv(X)*y)*d(z)'", 'zeros(n,k)'],
    ['pinv(X)*(2*y - X*pinv(X)*w - 2*X*pinv(X)*y + w)', 'zeros(n)'],
  ],
  leaves: [
    "X'*(y - X*pinv(X)*y)*d(2*z)'",
    'X*(z2 - pinv(X)*X*z2)',
    "X'*(y - 2*X*pinv(X)*y)",
    "X'*(y - X*pinv(X)*w)",
    "V'*(y - X*pinv(X)*y)",
    "X'*(y + X*pinv(X)*y)",
    "X'*(y - w)",
  ],
  variables: {
    A: 'matrix(p,n)',
    V: 'matrix(m,n)',
    X: 'matrix(m,n)',
    y: 'vector(m)',
    w: 'vector(m)',
    z: 'vector(k)',
    z2: 'vector(n)',
  },
})
