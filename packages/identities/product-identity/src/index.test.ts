import { testIdentity } from '@matrix-derive/testing'
import identity from './index.ts'

testIdentity(identity, {
  rewrites: [
    ['A*eye(n)*d(c)', 'A*d(c)'],
    ['eye(m)*A', 'A'],
    ['A*eye(n)', 'A'],
    ['A*eye(n)*B', 'A*B'],
    ['2*eye(m)*A*eye(n)', '2*A'],
    ['eye(n)*eye(n)*B', 'B'],
    ['c*A*eye(n)*B', 'c*A*B'],
  ],
  leaves: ['A*B', '2*A', 'c*eye(n)', 'A*ones(n,n)', 'A*inv(C)'],
  variables: { A: 'matrix(m,n)', B: 'matrix(n,p)', C: 'matrix(n)', c: 'scalar' },
})
