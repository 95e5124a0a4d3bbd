import { testIdentity } from '@matrix-derive/testing'
import identity from './index.ts'

testIdentity(identity, {
  rewrites: [['norm2(Q*x)', 'norm2(x)']],
  leaves: ['norm2(A*x)', 'norm2(X)'],
  variables: { A: 'matrix(n)', x: 'vector(n)' },
})
