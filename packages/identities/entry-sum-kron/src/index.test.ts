import { testIdentity } from '@matrix-derive/testing'
import identity from './index.ts'

testIdentity(identity, {
  rewrites: [
    ['sum(kron(A, B))', 'sum(A)*sum(B)'],
    ["sum(A ⊗ B ⊗ A')", "sum(A)*sum(B)*sum(A')"],
  ],
  leaves: ['sum(A*B)', 'mean(kron(A, B))'],
  variables: { A: 'matrix(m,n)', B: 'matrix(n,p)' },
})
