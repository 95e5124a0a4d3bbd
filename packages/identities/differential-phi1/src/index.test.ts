import { testIdentity } from '@matrix-derive/testing'
import identity from './index.ts'

testIdentity(identity, {
  rewrites: [['d(phi1(A*X))', 'frechet(phi1, A*X, d(A*X))']],
  leaves: ['d(expm(X))'],
  variables: { A: 'constant matrix(n)' },
})
