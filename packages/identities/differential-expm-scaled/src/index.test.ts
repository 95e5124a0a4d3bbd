import { testIdentity } from '@matrix-derive/testing'
import identity from './index.ts'

// Only a scalar in the exponent may move.
testIdentity(identity, {
  rewrites: [
    ['d(expm(t*A))', 'A*expm(t*A)*d(t)'],
    ['d(expm(2*s*t*A))', 'A*expm(2*s*t*A)*d(2*s*t)'],
    ['d(expm(t*A*B))', 'A*B*expm(t*A*B)*d(t)'],
  ],
  leaves: ['d(expm(t))', 'd(expm(X))', 'd(expm(2*X))', 'd(expm(t*X))'],
  variables: { B: 'constant matrix(n)', X: 'matrix(n)', s: 'scalar' },
})
