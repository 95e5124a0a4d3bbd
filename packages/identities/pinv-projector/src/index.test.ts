import { testIdentity } from '@matrix-derive/testing'
import identity from './index.ts'

testIdentity(identity, {
  rewrites: [["y'*pinv(X)'*X'", "y'*X*pinv(X)"]],
  leaves: ["pinv(X)'*A'", 'X*pinv(X)'],
  variables: { A: 'matrix(m,n)', y: 'vector(m)' },
})
