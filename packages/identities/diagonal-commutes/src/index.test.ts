import { testIdentity } from '@matrix-derive/testing'
import identity from './index.ts'

testIdentity(identity, {
  leaves: ['D*X', 'X*Y', 'd(D)*E', 'E*d(D)', 'd(E)*D', 'D*d(E)'],
  variables: { D: 'diagonal(n)', E: 'diagonal(n)', X: 'matrix(n)', Y: 'matrix(n)' },
})
