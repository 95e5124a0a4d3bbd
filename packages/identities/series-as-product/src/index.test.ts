import { testIdentity } from '@matrix-derive/testing'
import identity from './index.ts'

// What is stacked need not be the members themselves; what is the same for all stays outside.
testIdentity(identity, {
  rewrites: [
    ["sum(i in 1..N, (s[i] - x[i]'*u)*x[i])", "[x[1], ..., x[N]]*(s - [x[1], ..., x[N]]'*u)"],
    ["sum(i in 1..N, (sigmoid(x[i]'*u) - r[i])*x[i]')", "(sigmoid([x[1], ..., x[N]]'*u) - r)'*[x[1], ..., x[N]]'"],
    ["sum(i in 1..N, (x[i] - u)*(x[i] - u)')", "([x[1], ..., x[N]] - u*ones(1,N))*([x[1], ..., x[N]] - u*ones(1,N))'"],
    ['sum(i in 1..N, 2*c*r[i]*s[i]*A*x[i])', '2*c*A*[x[1], ..., x[N]]*(r .* s)'],
    ['sum(i in 1..N, r[i]^2)', "r'*r"],
    ["sum(i in 1..N, r[i]*x[i]'*A*x[i])", "r'*diag([x[1], ..., x[N]]'*A*[x[1], ..., x[N]])"],
    ["sum(i in 1..N, x[i]*u'*A*x[i])", "[x[1], ..., x[N]]*[x[1], ..., x[N]]'*A'*u"],
  ],
  leaves: [
    'sum(i in 1..N, r[i])',
    'sum(i in 1..N, A*x[i])',
    'sum(i in 1..N, r[i]*x[i]*y[i])',
    'sum(i in 1..N, X[i]*x[i])',
    'sum(i in 1..N, r[i]*A)',
    'sum(i in 1..N, r[i]*d(x[i]))',
    'sum(i in 1..N - 1, r[i]*x[i + 1])',
    'sum(i in 1..N, sum(j in 1..N, r[j]^i*x[i]))',
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
