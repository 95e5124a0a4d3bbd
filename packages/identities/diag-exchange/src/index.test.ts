import { testIdentity } from '@matrix-derive/testing'
import identity from './index.ts'

// What is diagonal changes places with a vector, not with a matrix.
testIdentity(identity, {
  rewrites: [
    ['diag(d(x))*y', 'diag(y)*d(x)'],
    ['A*diag(d(x))*B*y', 'A*diag(B*y)*d(x)'],
    ['2*diag(d(x))*y', '2*diag(y)*d(x)'],
    ["diag(d(x))*y*z'", "diag(y)*d(x)*z'"],
  ],
  leaves: ['A*diag(d(x))', 'd(A)*y', 'diag(x)*d(y)', 'diag(d(x))*A', "y'*diag(d(x))", 'diag(A*d(X))', 'diag(x)*y'],
  variables: { A: 'matrix(n)', B: 'matrix(n)', X: 'matrix(n)', x: 'vector(n)', y: 'vector(n)', z: 'vector(m)' },
})
