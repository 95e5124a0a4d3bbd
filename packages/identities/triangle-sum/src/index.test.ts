import { testIdentity } from '@matrix-derive/testing'
import identity from './index.ts'

testIdentity(identity, {
  rewrites: [
    ['tril(X) - diag(diag(X)) + triu(X) + Y', 'X + Y'],
    ['2*diag(diag(X)) - 2*triu(X) - 2*tril(X)', '-2*X'],
  ],
  leaves: [
    'tril(X) + triu(X)',
    'tril(X) + triu(Y) - diag(diag(X))',
    '2*tril(X) + triu(X) - diag(diag(X))',
    'diag(diag(X)) - X',
  ],
  variables: { Y: 'matrix(n)' },
})
