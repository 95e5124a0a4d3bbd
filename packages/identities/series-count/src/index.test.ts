import { testIdentity } from '@matrix-derive/testing'
import identity from './index.ts'

testIdentity(identity, {
  rewrites: [
    ['sum(i in 1..5, X)', '5*X'],
    ['sum(i in 1..N, sum(j in 1..M, c[j]))', 'N*sum(j in 1..M, c[j])'],
    ['N*z + 2*sum(i in 1..N, x[i] - z)', 'N*z + 2*sum(i in 1..N, x[i]) - 2*N*z'],
  ],
  leaves: ['sum(i in 1..M, c[i])', 'sum(X)', 'z + sum(i in 1..N, x[i])', 'sum(i in 1..N, d(z))'],
  variables: { c: 'scalar[M]', x: 'vector(n)[N]', z: 'vector(n)' },
})
