import { testIdentity } from '@matrix-derive/testing'
import identity from './index.ts'

testIdentity(identity, {
  rewrites: [
    ['sum(i in 1..5, X)', '5*X'],
    ['sum(i in 1..N, sum(j in 1..M, c[j]))', 'N*sum(j in 1..M, c[j])'],
  ],
  leaves: ['sum(i in 1..M, c[i])', 'sum(X)'],
  variables: { c: 'scalar[M]' },
})
