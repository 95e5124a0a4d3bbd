import { testIdentity } from '@matrix-derive/testing'
import identity from './index.ts'

testIdentity(identity, {
  rewrites: [
    ['sum(i in 1..N, A*x[i] - s[i]*x[i] - y)', 'sum(i in 1..N, A*x[i]) + sum(i in 1..N, -s[i]*x[i]) - N*y'],
    ["sum(i in 1..N, r[i]*(x[i]*x[i]' - A))", "sum(i in 1..N, r[i]*x[i]*x[i]') + sum(i in 1..N, -r[i]*A)"],
    ['sum(i in 1..N, r[i]*s[i] + c)', 'sum(i in 1..N, r[i]*s[i]) + N*c'],
  ],
  leaves: [
    'sum(i in 1..N, softmax(x[i]) + x[i])',
    'sum(i in 1..N, i*x[i] + x[i])',
    'sum(i in 1..N, X[i] + A)',
    'sum(i in 1..N - 1, x[i + 1] - x[i])',
    'sum(i in 1..N, r[i]*(X[i] - A)*y)',
    'sum(i in 1..N, d(x[i]) + y)',
  ],
  variables: {
    A: 'matrix(m)',
    X: 'matrix(m)[N]',
    x: 'vector(m)[N]',
    y: 'vector(m)',
    r: 'scalar[N]',
    s: 'scalar[N]',
    c: 'scalar',
  },
})
