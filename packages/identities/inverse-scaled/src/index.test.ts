import { testIdentity } from '@matrix-derive/testing'
import identity from './index.ts'

testIdentity(identity, {
  rewrites: [
    ['a*inv(a*X)', 'inv(X)'],
    ['3*a*b*inv(a*X)', '3*b*inv(X)'],
    ['a*B*inv(a*X)*A', 'B*inv(X)*A'],
  ],
  leaves: ['inv(a*X)', 'a*inv(b*X)', 'a*inv(X)', 'a*inv(a*A + X)', 'a*tr(inv(a*X))'],
  variables: { a: 'scalar', b: 'scalar', A: 'matrix(n)', B: 'matrix(n)', X: 'matrix(n)' },
})
