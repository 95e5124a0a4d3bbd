import { testIdentity } from '@matrix-derive/testing'
import identity from './index.ts'

// What is stacked need not be the members themselves. Of sums each part has a form of its own.
testIdentity(identity, {
  rewrites: [
    ['sum(i in 1..N, 2*c*A*x[i])', '2*c*A*[x[1], ..., x[N]]*ones(N)'],
    ["sum(i in 1..N, x[i]'*A*u)", "sum([x[1], ..., x[N]]'*A*u)"],
    ["sum(i in 1..N, u'*x[i])", "sum([x[1], ..., x[N]]'*u)"],
    ['sum(i in 1..N, y[i]*A)', 'ones(1,N)*[y[1]; ...; y[N]]*A'],
    ['sum(i in 1..N, u*log(1 + r[i]^2)*y[1])', 'u*sum(log(ones(N) + r.^2))*y[1]'],
    ['sum(i in 1..N, tanh(A*x[i] + u))', 'tanh(A*[x[1], ..., x[N]] + u*ones(1,N))*ones(N)'],
  ],
  leaves: [
    'sum(i in 1..N, exp(r[i]) + c)',
    'sum(i in 1..N, r[i]*s[i])',
    'sum(i in 1..N, x[i]*y[i])',
    'sum(i in 1..N, X[i])',
    'sum(i in 1..N, c)',
    'sum(i in 1..N, d(x[i]))',
    'sum(i in 1..N - 1, x[i + 1])',
    'sum(i in 1..N, i*c)',
    'sum(i in 1..3, sum(j in 1..i, c))',
    'sum(i in 1..N, softmax(x[i]))',
  ],
  variables: {
    A: 'matrix(n)',
    X: 'matrix(n)[N]',
    x: 'vector(n)[N]',
    y: 'rowvector(n)[N]',
    r: 'scalar[N]',
    s: 'scalar[N]',
    u: 'vector(n)',
    c: 'scalar',
  },
})
