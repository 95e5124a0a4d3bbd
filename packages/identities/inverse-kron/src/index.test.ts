import { testIdentity } from '@matrix-derive/testing'
import identity from './index.ts'

testIdentity(identity)
