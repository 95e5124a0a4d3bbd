import { testIdentity } from '@matrix-derive/testing'
import identity from './index.ts'

// An index that the surroundings have for themselves is another one.
testIdentity(identity, {
  rewrites: [
    ['tr(sum(i in 1..N, d(X[i])))', 'sum(i in 1..N, tr(d(X[i])))'],
    ['sum(i in 1..N, d(X[i]))*sum(j in 1..N, y[j])', 'sum(i in 1..N, d(X[i])*sum(j in 1..N, y[j]))'],
    ['A .* sum(i in 1..N, d(X[i]))', 'sum(i in 1..N, A .* d(X[i]))'],
  ],
  leaves: [
    'exp(sum(i in 1..N, d(X[i])))',
    'sum(i in 1..N, tr(d(X[i])))',
    'tr(sum(i in 1..N, X[i]))',
    'A + sum(i in 1..N, d(X[i]))',
    'det(sum(i in 1..N, d(X[i])))',
  ],
  variables: { A: 'matrix(n)', X: 'matrix(n)[N]', y: 'vector(n)[N]' },
})
