import { testIdentity } from '@matrix-derive/testing'
import identity from './index.ts'

testIdentity(identity, {
  rewrites: [
    ["sum(i in 1..N, y[i]'*d(z))", "sum(i in 1..N, y[i]')*d(z)"],
    ['sum(i in 1..N, 2*c[i]*d(t))', 'sum(i in 1..N, 2*c[i])*d(t)'],
    ['sum(i in 1..N, tr(A[i]*d(Y)))', 'tr(sum(i in 1..N, A[i])*d(Y))'],
    ['sum(i in 1..N, tr(3*B*d(Y)))', 'tr(N*3*B*d(Y))'],
    ["sum(i in 1..N, kron(y[i]', A[i])*vec(d(Y)))", "sum(i in 1..N, kron(y[i]', A[i]))*vec(d(Y))"],
    ['sum(i in 1..N, d(z))', 'N*d(z)'],
  ],
  leaves: [
    "sum(i in 1..N, y[i]'*d(w[i]))",
    "sum(i in 1..N, d(z)'*y[i])",
    "sum(i in 1..N, y[i]'*z)",
    'sum(i in 1..N, A[i]*d(Y)*A[i])',
  ],
  variables: {
    A: 'matrix(n)[N]',
    B: 'matrix(n)',
    Y: 'matrix(n)',
    y: 'vector(n)[N]',
    w: 'vector(n)[N]',
    z: 'vector(n)',
    c: 'scalar[N]',
    t: 'scalar',
  },
})
