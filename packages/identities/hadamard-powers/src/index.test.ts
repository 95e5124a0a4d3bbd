import { testIdentity } from '@matrix-derive/testing'
import identity from './index.ts'

// Cancelling needs entries that are not 0, and says so.
testIdentity(identity, {
  rewrites: [
    ['X.^2 .* X', 'X.^3'],
    ['X .* Y .* X', 'X.^2 .* Y'],
    ['X.^-1 .* X', 'ones(m,n)'],
    ['X.^2 .* Y .* X.^-3', 'X.^-1 .* Y'],
    ['X ./ sqrt(X)', 'sqrt(X)'],
    ['sqrt(X) .* Y .* sqrt(X)', 'X .* Y'],
    ['Y ./ sqrt(X) ./ sqrt(X)', 'Y ./ X'],
    ['Y.^2 ./ X.^2 ./ (Y ./ X)', 'Y ./ X'],
    ['sqrt(X) ./ X', '1 ./ sqrt(X)'],
    ['(Y .* (X .* Z).^-1).^2 .* Y', 'Y.^3 .* X.^-2 .* Z.^-2'],
  ],
  leaves: ['X .* Y', 'X.^2 .* Y.^2', 'Y ./ sqrt(X)', 'sqrt(X) .* sqrt(Y)', "X.^2 .* (X')'"],
  assumes: { 'X.^2 .* X': [], 'X.^2 .* X .* Y.^-1': [], 'X.^2 .* X.^-1': ['nonzero entries X'] },
  variables: { Y: 'matrix(m,n)', Z: 'matrix(m,n)' },
})
