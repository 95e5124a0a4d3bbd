import { testIdentity } from '@matrix-derive/testing'
import identity from './index.ts'

testIdentity(identity, {
  rewrites: [
    ['diag(A*diag(d(x))*B)', "(A .* B')*d(x)"],
    ["diag(2*C*diag(d(x))*C')", '2*(C .* C)*d(x)'],
    ['diag(A*diag(d(x)))', 'diag(diag(A))*d(x)'],
    ['diag(diag(d(x))*A)', "diag(diag(A'))*d(x)"],
  ],
  leaves: ['diag(d(x))', 'diag(A*d(X)*B)', 'diag(A*diag(x)*B)', 'A*diag(d(x))*B'],
  variables: { A: 'matrix(n)', B: 'matrix(n)', C: 'matrix(m,n)', X: 'matrix(n)', x: 'vector(n)' },
})
