import { testIdentity } from '@matrix-derive/testing'
import identity from './index.ts'

testIdentity(identity, {
  rewrites: [
    ["triu(Y')'", "tril(Y'')"],
    ["tril(x*Y*X)'", "triu((x*Y*X)')"],
  ],
  leaves: ['triu(X)', "X'"],
  variables: { Y: 'matrix(n,m)', x: 'scalar' },
})
