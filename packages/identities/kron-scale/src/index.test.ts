import { testIdentity } from '@matrix-derive/testing'
import identity from './index.ts'

testIdentity(identity, {
  rewrites: [
    ['kron(2*X, a*Y)', '2*a*kron(X,Y)'],
    ['kron(X, -Y)', '-kron(X,Y)'],
  ],
  leaves: ['kron(X,Y)', 'kron(X + X,Y)'],
})
