import { testIdentity } from '@matrix-derive/testing'
import identity from './index.ts'

testIdentity(identity, {
  rewrites: [
    ['d(X .^ 3)', '3*(X .^ 2 .* d(X))'],
    ['d(A .^ t)', '(A .^ t .* log(A))*d(t)'],
    ['d(X .^ t)', 't*(X .^ (t - 1) .* d(X)) + (X .^ t .* log(X))*d(t)'],
  ],
  assumes: {
    'd(X .^ 3)': [],
    'd(X .^ (-1))': ['nonzero entries X'],
    'd(X .^ (1/2))': ['positive X'],
    'd(X .^ a)': ['positive X'],
    'd(X .^ n)': [],
    'd(X .^ (n - 1))': ['nonzero entries X'],
    'd(A .^ t)': ['positive A'],
  },
})
