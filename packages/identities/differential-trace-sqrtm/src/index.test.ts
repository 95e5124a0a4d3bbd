import { testIdentity } from '@matrix-derive/testing'
import identity from './index.ts'

testIdentity(identity, {
  rewrites: [["d(tr(sqrtm(X'*X)))", "1/2*tr(inv(sqrtm(X'*X))*d(X'*X))"]],
  leaves: ['d(tr(X*sqrtm(X)))', 'd(sqrtm(X))', 'd(tr(sqrt(X)))'],
  variables: { X: 'matrix(n)' },
})
