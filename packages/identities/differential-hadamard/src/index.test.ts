import { testIdentity } from '@matrix-derive/testing'
import identity from './index.ts'

// A factor that rests has no term.
testIdentity(identity, {
  rewrites: [
    ['d(X .* Y)', 'd(X) .* Y + X .* d(Y)'],
    ['d(X .* A .* Y)', 'd(X) .* A .* Y + X .* A .* d(Y)'],
    ['d(A .* X)', 'A .* d(X)'],
  ],
  variables: { A: 'constant matrix(m,n)' },
})
