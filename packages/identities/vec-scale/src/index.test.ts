import { testIdentity } from '@matrix-derive/testing'
import identity from './index.ts'

testIdentity(identity, {
  rewrites: [
    ['vec(2*a*X)', '2*a*vec(X)'],
    ['vec(-X)', '-vec(X)'],
  ],
  leaves: ['vec(X)', 'vec(2*d(X))', 'vec(X + X)', 'vec(2*a)'],
})
