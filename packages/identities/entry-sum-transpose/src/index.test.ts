import { testIdentity } from '@matrix-derive/testing'
import identity from './index.ts'

testIdentity(identity, {
  rewrites: [["mean(x')", 'mean(x)']],
  leaves: ['sum(X)', "norm2(X')"],
  variables: { a: 'scalar', X: 'matrix(m,n)', x: 'vector(n)' },
})
