import { testIdentity } from '@matrix-derive/testing'
import identity from './index.ts'

testIdentity(identity, { leaves: ['inv(X)', 'Q*Q'], variables: { X: 'matrix(n)' } })
