import { testIdentity } from '@matrix-derive/testing'
import identity from './index.ts'

testIdentity(identity, {
  rewrites: [
    ['vec(A*d(X)*B)', "kron(B', A)*vec(d(X))"],
    ['vec(A*d(X))', 'kron(eye(p), A)*vec(d(X))'],
    ['vec(d(X)*B)', "kron(B', eye(n))*vec(d(X))"],
    ['A*d(X)*b', "kron(b', A)*vec(d(X))"],
    ['vec(2*A*d(X)*B)', "2*kron(B', A)*vec(d(X))"],
    ["vec(C*d(X)')", "kron(eye(n), C)*vec(d(X)')"],
  ],
  leaves: ['vec(d(X))', 'A*d(X)*B', 'vec(A*X*B)', 'A*d(x)'],
  variables: { A: 'matrix(m,n)', X: 'matrix(n,p)', B: 'matrix(p,q)', b: 'vector(p)', x: 'vector(n)', C: 'matrix(m,p)' },
})
