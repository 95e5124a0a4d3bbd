import { testIdentity } from '@matrix-derive/testing'
import identity from './index.ts'

testIdentity(identity, {
  rewrites: [
    [
      'd(chol(X))',
      "chol(X)*(tril(1/2*inv(chol(X))*(d(X) + d(X)')*inv(chol(X))') - 1/2*diag(diag(1/2*inv(chol(X))*(d(X) + d(X)')*inv(chol(X))')))",
    ],
  ],
  assumes: { 'd(chol(X))': ['positive definite X'] },
})
