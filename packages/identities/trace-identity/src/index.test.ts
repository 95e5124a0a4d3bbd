import { testIdentity } from '@matrix-derive/testing'
import identity from './index.ts'

testIdentity(identity, {
  rewrites: [
    ['tr(eye(n))', 'n'],
    ['tr(X + a*eye)', 'tr(X) + a*n'],
    ['tr(X - a*eye + Y)', 'tr(X + Y) - a*n'],
    ['tr(2*eye(3))', '6'],
  ],
  leaves: ['tr(X - eye)', 'tr(X)', 'tr(a*X)', 'tr(X*Y)'],
  variables: { X: 'matrix(n)', Y: 'matrix(n)', a: 'scalar' },
})
