import { testIdentity } from '@matrix-derive/testing'
import identity from './index.ts'

testIdentity(identity, {
  rewrites: [['diag(d(X))', 'kron(ones(1,n), eye(n))*diag(vec(eye(n)))*vec(d(X))']],
  leaves: ['diag(d(x))', 'B*d(x)'],
  variables: { B: 'matrix(m,n)', X: 'matrix(n)', x: 'vector(n)' },
})
