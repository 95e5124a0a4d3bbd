import { testIdentity } from '@matrix-derive/testing'
import identity from './index.ts'

// Of columns only.
testIdentity(identity, {
  rewrites: [
    ['kron(x,d(y))', 'kron(x,eye(n))*d(y)'],
    ['kron(d(x),y)', 'kron(eye(m),y)*d(x)'],
    ["2*a*A*kron(x,d(y))*x'", "2*a*A*kron(x,eye(n))*d(y)*x'"],
  ],
  leaves: ['kron(A,d(y))', "kron(x',d(y))", 'A*vec(d(X))'],
  variables: { A: 'matrix(k,m*n)', X: 'matrix(m,n)', a: 'scalar' },
})
