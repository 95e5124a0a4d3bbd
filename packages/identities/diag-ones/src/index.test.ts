import { testIdentity } from '@matrix-derive/testing'
import identity from './index.ts'

testIdentity(identity, {
  rewrites: [['diag(ones(n,1))', 'eye(n)']],
  leaves: ['diag(ones(n,n))', 'diag(eye(n))'],
})
