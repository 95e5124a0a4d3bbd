import { testIdentity } from '@matrix-derive/testing'
import identity from './index.ts'

testIdentity(identity, {
  rewrites: [
    ['E*inv(D)', 'inv(D)*E'],
    ['inv(D)*D', 'D*inv(D)'],
    ['2*A*E^2*D*X', '2*A*D*E^2*X'],
  ],
  leaves: ['D*X', 'X*Y', 'd(D)*E', 'E*d(D)', 'd(E)*D', 'D*d(E)'],
  variables: { D: 'diagonal(n)', E: 'diagonal(n)', A: 'matrix(m,n)', X: 'matrix(n)', Y: 'matrix(n)' },
})
