import { testIdentity } from '@matrix-derive/testing'
import identity from './index.ts'

testIdentity(identity, {
  rewrites: [
    ["2*vec(A*X)'*vec(Y)", "2*tr((A*X)'*Y)"],
    ["x*vec(X)'*vec(Y)*x'", "tr(X'*Y)*x*x'"],
  ],
  leaves: ["vec(X)*vec(Y)'", "vec(X)'*vec(d(Y))", "vec(X)'*vec(Z)", "vec(X)'*x"],
  variables: { A: 'matrix(m)', x: 'vector(m*n)', Z: 'matrix(n,m)' },
})
