import { testIdentity } from '@matrix-derive/testing'
import identity from './index.ts'

// In a line vec(d(X)) is the form to read a derivative off.
testIdentity(identity, {
  rewrites: [
    ['commutation(m,n)*vec(X)', "vec(X')"],
    ['2*t*A*commutation(m,n)*vec(X)*d(t)', "2*t*A*vec(X')*d(t)"],
  ],
  leaves: ['commutation(m,n)*vec(d(X))', 'A*vec(X)', 'A*commutation(m,n)'],
  variables: { A: 'matrix(k,m*n)', t: 'scalar' },
})
