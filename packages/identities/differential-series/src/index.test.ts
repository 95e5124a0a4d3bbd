import { testIdentity } from '@matrix-derive/testing'
import identity from './index.ts'

testIdentity(identity, {
  rewrites: [
    ["d(sum(i in 1..N, y[i]'*z))", "sum(i in 1..N, d(y[i]'*z))"],
    ['d(sum(i in 1..3, sum(j in 1..N, y[j])))', 'sum(i in 1..3, d(sum(j in 1..N, y[j])))'],
  ],
  leaves: ['sum(i in 1..N, d(y[i]))', 'd(z + z)', 'd(2*sum(i in 1..N, x[i]))'],
  variables: { y: 'vector(n)[N]', z: 'vector(n)' },
})
