import { testIdentity } from '@matrix-derive/testing'
import identity from './index.ts'

// A factor between two that vary stays between them.
testIdentity(identity, {
  rewrites: [
    ["sum(i in 1..N, -2*c*r[i]*A*x[i]'*y'*B)", "-2*c*A*sum(i in 1..N, r[i]*x[i]')*y'*B"],
    ["sum(i in 1..N, x[i]*A*x[i]'*y')", "sum(i in 1..N, x[i]*A*x[i]')*y'"],
    ['sum(i in 1..N, r[i]*A)', 'sum(i in 1..N, r[i])*A'],
    ['sum(i in 1..N, tr(X[i]))', 'tr(sum(i in 1..N, X[i]))'],
    ['sum(i in 1..N, A .* X[i])', 'A .* sum(i in 1..N, X[i])'],
    ['sum(i in 1..N, kron(X[i], A))', 'kron(sum(i in 1..N, X[i]), A)'],
  ],
  leaves: [
    "sum(i in 1..N, x[i]*x[i]')",
    'sum(i in 1..N, exp(x[i]))',
    'sum(i in 1..N, A)',
    'sum(i in 1..N, X[i] + A)',
    "sum(i in 1..N, x[i]*A*x[i]')",
    'sum(i in 1..N, X[i] .* X[i])',
  ],
  variables: {
    A: 'matrix(n)',
    B: 'matrix(n)',
    X: 'matrix(n)[N]',
    x: 'rowvector(n)[N]',
    y: 'vector(n)',
    r: 'scalar[N]',
    c: 'scalar',
  },
})
