import { testIdentity } from '@matrix-derive/testing'
import identity from './index.ts'

testIdentity(identity, {
  rewrites: [
    ['inv(a*X)', 'inv(X)/a'],
    ['a^2*B*inv(a*X)', 'a^2*B*inv(X)/a'],
    ['inv(1/2*(X + Y))', '2*inv(X + Y)'],
    ['a*inv(a*c*X)*Y', 'a*inv(X)*Y/a/c'],
  ],
  leaves: ['inv(X)', '2*inv(X)*Y', 'inv(X + a*Y)', 'a*pinv(a*X)'],
  variables: { a: 'scalar', c: 'scalar', B: 'matrix(m,n)', X: 'matrix(n)', Y: 'matrix(n)' },
})
