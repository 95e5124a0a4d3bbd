import { testIdentity } from '@matrix-derive/testing'
import identity from './index.ts'

testIdentity(identity, {
  assumes: { 'd(sqrtm(X))': ['without eigenvalues on the closed negative real axis X'] },
})
