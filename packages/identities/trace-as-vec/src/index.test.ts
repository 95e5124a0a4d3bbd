import { testIdentity } from '@matrix-derive/testing'
import identity from './index.ts'

// A trace alone is read off as it is.
testIdentity(identity, {
  rewrites: [
    ['x*tr(A*d(X))', "x*vec(A')'*vec(d(X))"],
    ['2*a*x*tr(3*A*d(X))', "6*a*x*vec(A')'*vec(d(X))"],
    ['x*tr(d(Y))', "x*vec(eye(n))'*vec(d(Y))"],
    ['tr(K*kron(Y,d(Y)))', "vec(K')'*vec(kron(Y,d(Y)))"],
  ],
  leaves: ['tr(A*d(X))', 'a*tr(A*d(X))', 'x*tr(d(X)*A)', 'tr(kron(Y,d(Y))*K)', 'x*d(a)'],
  variables: { Y: 'matrix(n)', K: 'matrix(n*n)', x: 'vector(n)', a: 'scalar' },
})
