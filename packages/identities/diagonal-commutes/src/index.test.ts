import { testIdentity } from '@matrix-derive/testing'
import identity from './index.ts'

testIdentity(identity, { leaves: ['D*X', 'X*Y'], variables: { X: 'matrix(n)', Y: 'matrix(n)' } })
