import { testIdentity } from '@matrix-derive/testing'
import identity from './index.ts'

testIdentity(identity, {
  rewrites: [
    ['diag(2*a*x)', '2*a*diag(x)'],
    ['diag(-x)', '-diag(x)'],
    ['diag(3*X)', '3*diag(X)'],
    ['diag(2*x*d(a))', '2*diag(x*d(a))'],
  ],
  leaves: ['diag(x)', 'diag(x*d(a))'],
  variables: { X: 'matrix(n)' },
})
