import { testIdentity } from '@matrix-derive/testing'
import identity from './index.ts'

testIdentity(identity, {
  rewrites: [
    ["2*inv(X'*X)*X'*y", '2*pinv(X)*y'],
    ["X*inv(X'*X)*A", "pinv(X)'*A"],
  ],
  leaves: ["inv(X'*X)*Z'", "inv(X'*B*X)*X'", "X'*inv(X'*X)*A"],
  variables: { X: 'matrix(m)', Z: 'matrix(m)', B: 'matrix(m)', y: 'vector(m)', A: 'matrix(m)' },
})
