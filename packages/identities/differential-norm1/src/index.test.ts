import { testIdentity } from '@matrix-derive/testing'
import identity from './index.ts'

testIdentity(identity, {
  assumes: { 'd(norm1(X))': ['nonzero entries, almost everywhere X'] },
})
