import { testIdentity } from '@matrix-derive/testing'
import identity from './index.ts'

// One factor that moves, and nothing but scalars with it.
testIdentity(identity, {
  rewrites: [
    ['d(2*a*X)', '2*a*d(X)'],
    ['d(-X)', '-d(X)'],
    ['d(a*x)', 'a*d(x)'],
  ],
  leaves: ['d(x*y)', 'd(x*X)', 'd(A*X)', 'd(a*A*X)', 'd(x*A)'],
  variables: { A: 'constant matrix(m)', x: 'scalar', y: 'scalar' },
})
