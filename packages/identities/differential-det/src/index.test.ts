import { testIdentity } from '@matrix-derive/testing'
import identity from './index.ts'

testIdentity(identity, {
  rewrites: [
    ['d(det(X))', 'det(X)*tr(inv(X)*d(X))'],
    ["d(det(X'*A*X))", "det(X'*A*X)*tr(inv(X'*A*X)*d(X'*A*X))"],
    ['d(det(inv(X)))', 'det(inv(X))*tr(inv(inv(X))*d(inv(X)))'],
  ],
  leaves: ['d(det(A))', 'd(logdet(X))', 'd(tr(X))', 'det(X)', 'd(2*det(X))'],
  variables: { A: 'constant matrix(n)', X: 'matrix(n)' },
})
