import { testIdentity } from '@matrix-derive/testing'
import identity from './index.ts'

testIdentity(identity, {
  rewrites: [['d(X/a)', '(d(X) - X/a*d(a))/a']],
})
