import { testIdentity } from '@matrix-derive/testing'
import identity from './index.ts'

testIdentity(identity, {
  rewrites: [
    ["tr(X'*ones(m,n))", "sum(X')"],
    ['tr(A*ones(n,m)*X)', 'sum(X*A)'],
  ],
  leaves: ['tr(A)', 'tr(A*A)', 'tr(ones(n,n))', 'tr(A + ones(n,n))'],
  variables: { X: 'matrix(m,n)', A: 'matrix(n)' },
})
