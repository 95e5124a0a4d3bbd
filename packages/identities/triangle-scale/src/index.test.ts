import { testIdentity } from '@matrix-derive/testing'
import identity from './index.ts'

testIdentity(identity, {
  rewrites: [
    ['tril(-2*a*X)', '-2*a*tril(X)'],
    ['triu(X*Y/a)', 'triu(X*Y)/a'],
  ],
  leaves: ['tril(X)', 'triu(X + a*X)'],
  variables: { Y: 'matrix(n)' },
})
