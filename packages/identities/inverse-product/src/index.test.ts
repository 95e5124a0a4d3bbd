import { testIdentity } from '@matrix-derive/testing'
import identity from './index.ts'

// In reverse order, and only where both factors have an inverse of their own.
testIdentity(identity, {
  rewrites: [['inv(X*Y)', 'inv(Y)*inv(X)']],
  leaves: ["inv(C'*C)", 'inv(X + Y)', 'inv(X)', 'X*Y'],
  variables: { C: 'matrix(m,n)' },
})
