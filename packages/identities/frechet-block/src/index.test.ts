import { testIdentity } from '@matrix-derive/testing'
import identity from './index.ts'

testIdentity(identity, {
  leaves: ['frechet(expm, X, d(E))', 'frechet(expm, X, E, F)', 'expm(X)'],
  variables: { X: 'matrix(n)', E: 'matrix(n)', F: 'matrix(n)' },
})
