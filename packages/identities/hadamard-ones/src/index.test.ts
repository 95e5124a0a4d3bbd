import { testIdentity } from '@matrix-derive/testing'
import identity from './index.ts'

testIdentity(identity, {
  rewrites: [
    ['X .* ones(m,n)', 'X'],
    ['X .* ones(m,n) .* Y', 'X .* Y'],
    ['ones(m,n) .* ones(m,n)', 'ones(m,n)'],
  ],
  leaves: ['X .* Y', 'ones(m,n)'],
  variables: { Y: 'matrix(m,n)' },
})
