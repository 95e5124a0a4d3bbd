import { testIdentity } from '@matrix-derive/testing'
import identity from './index.ts'

// What nobody knows is no constant: it never becomes a silent zero.
testIdentity(identity, {
  rewrites: [
    ['d(A*B)', 'zeros(m,p)'],
    ['d(det(C))', '0'],
  ],
  leaves: ['d(X)', 'd(A*X)', 'd(l(X))', 'd(X - X)'],
  variables: {
    A: 'constant matrix(m,n)',
    B: 'constant matrix(n,p)',
    C: 'constant matrix(n)',
    X: 'matrix(n,p)',
    l: 'function(matrix(n,p)) -> scalar',
  },
})
