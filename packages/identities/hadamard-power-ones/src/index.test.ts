import { testIdentity } from '@matrix-derive/testing'
import identity from './index.ts'

testIdentity(identity, {
  rewrites: [['ones(m,n).^(1/2)', 'ones(m,n)']],
  leaves: ['X.^a', 'zeros(m,n).^a'],
  variables: { a: 'scalar', X: 'matrix(m,n)' },
})
