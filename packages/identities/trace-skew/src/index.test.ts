import { testIdentity } from '@matrix-derive/testing'
import identity from './index.ts'

testIdentity(identity, { leaves: ['tr(B)'], variables: { B: 'matrix(n)' } })
