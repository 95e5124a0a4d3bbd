import { testIdentity } from '@matrix-derive/testing'
import identity from './index.ts'

testIdentity(identity, {
  rewrites: [
    ['kron(a,X)', 'a*X'],
    ['kron(X,a)', 'a*X'],
    ['kron(kron(a,X),Y)', 'a*kron(X,Y)'],
  ],
  leaves: ['kron(X,Y)', 'a*X'],
  variables: { Y: 'matrix(p,q)' },
})
