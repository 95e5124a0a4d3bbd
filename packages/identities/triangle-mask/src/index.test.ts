import { testIdentity } from '@matrix-derive/testing'
import identity from './index.ts'

testIdentity(identity, {
  rewrites: [
    ['triu(d(x))', 'triu(ones(n,1)) .* d(x)'],
    ["tril(d(x)')", "tril(ones(1,n)) .* d(x)'"],
  ],
  leaves: ['tril(d(X))', 'triu(x)'],
  variables: { x: 'vector(n)' },
})
