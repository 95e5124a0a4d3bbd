import { testIdentity } from '@matrix-derive/testing'
import identity from './index.ts'

testIdentity(identity, {
  rewrites: [
    ['vec(A .* d(X))', 'diag(vec(A))*vec(d(X))'],
    ['vec(d(X) .* A)', 'diag(vec(A))*vec(d(X))'],
  ],
  leaves: ['vec(d(X))', 'vec(B*d(X))'],
  variables: { B: 'matrix(m)' },
})
