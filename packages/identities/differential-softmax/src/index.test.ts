import { testIdentity } from '@matrix-derive/testing'
import identity from './index.ts'

testIdentity(identity, {
  rewrites: [["d(softmax(x'))", "d(x')*(diag(softmax(x')') - softmax(x')'*softmax(x'))"]],
})
