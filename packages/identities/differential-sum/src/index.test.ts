import { testIdentity } from '@matrix-derive/testing'
import identity from './index.ts'

// A single term that moves is differential-affine.
testIdentity(identity, {
  rewrites: [
    ['d(X + Y)', 'd(X) + d(Y)'],
    ['d(X - Y)', 'd(X) + d(-Y)'],
  ],
  leaves: ['d(X + A)', 'd(2*X + A)', 'd(X .* Y)'],
  variables: { A: 'constant matrix(m,n)' },
})
