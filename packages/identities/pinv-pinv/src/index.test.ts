import { testIdentity } from '@matrix-derive/testing'
import identity from './index.ts'

testIdentity(identity, {
  rewrites: [['pinv(pinv(X*A))', 'X*A']],
  leaves: ["pinv(pinv(X)')", 'pinv(X)'],
  variables: { A: 'matrix(n,p)', X: 'matrix(m,n)' },
})
