import { testIdentity } from '@matrix-derive/testing'
import identity from './index.ts'

testIdentity(identity, {
  rewrites: [
    ['ones(m,k)*ones(k,n)', 'k*ones(m,n)'],
    ['ones(1,k)*ones(k)', 'k'],
    ['A*ones(m)*ones(1,n)*B', 'A*ones(m,n)*B'],
    ['ones(1,3)*ones(3,n)', '3*ones(1,n)'],
  ],
  leaves: ['ones(m)', 'A*ones(m)', 'ones(1,m)*A'],
  variables: { A: 'matrix(m)', B: 'matrix(n)' },
})
