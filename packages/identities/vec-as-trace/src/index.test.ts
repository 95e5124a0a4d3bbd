import { testIdentity } from '@matrix-derive/testing'
import identity from './index.ts'

// Behind a row only, and of the differential itself.
testIdentity(identity, {
  rewrites: [
    ["x'*vec(d(X))", "tr((kron(vec(eye(n))', eye(m))*kron(eye(n), x))'*d(X))"],
    ["2*a*u'*W*vec(d(X))", "tr(2*a*(kron(vec(eye(n))', eye(m))*kron(eye(n), (u'*W)'))'*d(X))"],
  ],
  leaves: ["x'*vec(A*d(X))", 'W*vec(d(X))', "x'*vec(d(X))*u'", "u'*vec(d(u)')", "x'*vec(X)"],
  variables: { A: 'matrix(m)', W: 'matrix(k,m*n)', u: 'vector(k)', a: 'scalar' },
})
