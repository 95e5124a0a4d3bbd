import { testIdentity } from '@matrix-derive/testing'
import identity from './index.ts'

testIdentity(identity, {
  assumes: { 'd(chol(X))': ['positive definite X'] },
})
