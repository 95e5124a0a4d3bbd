import { testIdentity } from '@matrix-derive/testing'
import identity from './index.ts'

testIdentity(identity, {
  rewrites: [
    [
      "sum(i in 1..N, sigmoid(r[i])*(1 - sigmoid(r[i]))*x[i]*x[i]')",
      "[x[1], ..., x[N]]*diag(sigmoid(r) .* (ones(N) - sigmoid(r)))*[x[1], ..., x[N]]'",
    ],
    ['sum(i in 1..N, c/r[i]*A*x[i]*y[i]*A)', '1*c*A*[x[1], ..., x[N]]*diag(r.^-1)*[y[1]; ...; y[N]]*A'],
  ],
  leaves: ['sum(i in 1..N, r[i]*x[i])', 'sum(i in 1..N, x[i]*y[i])', 'sum(i in 1..N, r[i]*x[1]*y[i])'],
  variables: { A: 'matrix(n)', x: 'vector(n)[N]', y: 'rowvector(n)[N]', r: 'scalar[N]', c: 'scalar' },
})
