import { testIdentity } from '@matrix-derive/testing'
import identity from './index.ts'

testIdentity(identity, {
  rewrites: [
    ['tr(2*a*X)', '2*a*tr(X)'],
    ['tr(-X)', '-tr(X)'],
  ],
  leaves: ['tr(2*a)', 'tr(X)', 'tr(2*d(X))', 'tr(X + X)'],
})
