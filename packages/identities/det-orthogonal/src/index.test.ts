import { testIdentity } from '@matrix-derive/testing'
import identity from './index.ts'

testIdentity(identity, { leaves: ['det(X)^2', 'det(Q)^3', 'det(Q)'], variables: { X: 'matrix(n)' } })
