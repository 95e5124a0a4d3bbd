import { testIdentity } from '@matrix-derive/testing'
import identity from './index.ts'

testIdentity(identity, {
  rewrites: [["sum(i in 1..N, c[i]*x[i]')'", "sum(i in 1..N, (c[i]*x[i]')')"]],
  leaves: ["(sum(i in 1..N, x[i]) + y)'", 'sum(i in 1..N, x[i])'],
  variables: { c: 'scalar[N]', x: 'vector(n)[N]', y: 'vector(n)' },
})
