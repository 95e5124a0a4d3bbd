import { testIdentity } from '@matrix-derive/testing'
import identity from './index.ts'

// A Hadamard product is an inner product instead.
testIdentity(identity, {
  rewrites: [
    ['sum(d(x))', 'ones(1,n)*d(x)'],
    ["sum(d(x)')", "d(x)'*ones(n,1)"],
    ['sum(d(X))', 'tr(ones(n,m)*d(X))'],
    ['sum(2*A*d(x))', '2*ones(1,k)*A*d(x)'],
  ],
  leaves: ['sum(x .* d(x))', 'sum(A)'],
  variables: { A: 'matrix(k,n)' },
})
