import { testIdentity } from '@matrix-derive/testing'
import identity from './index.ts'

testIdentity(identity, {
  rewrites: [
    ["sum(i in 1..N, c*(y[i] - u)'*A*y[i])", "c*tr(([y[1], ..., y[N]] - u*ones(1,N))'*A*[y[1], ..., y[N]])"],
    ["sum(i in 1..N, u*y[i]'*A*y[i])", "tr([y[1], ..., y[N]]'*A*[y[1], ..., y[N]])*u"],
    ["sum(i in 1..N, y[i]'*y[i])", "tr([y[1], ..., y[N]]'*[y[1], ..., y[N]])"],
  ],
  leaves: ["sum(i in 1..N, u'*A*y[i])", "sum(i in 1..N, r[i]*y[i]'*A*y[i])"],
  variables: { A: 'matrix(n)', y: 'vector(n)[N]', r: 'scalar[N]', u: 'vector(n)', c: 'scalar' },
})
