import { testIdentity } from '@matrix-derive/testing'
import identity from './index.ts'

// A differential inside of anything else than an unstacked vector is not for this law.
testIdentity(identity, {
  leaves: ['C*kron(eye(n), d(x))*b', 'tr(A*d(X))', 'vec(A*d(X)*B)'],
  variables: { x: 'vector(n)', X: 'matrix(n)', A: 'matrix(n)', B: 'matrix(n)', C: 'matrix(m,n*n)', b: 'vector(n)' },
})
