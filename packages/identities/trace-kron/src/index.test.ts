import { testIdentity } from '@matrix-derive/testing'
import identity from './index.ts'

testIdentity(identity, {
  rewrites: [
    ['tr(kron(kron(X,Y),X))', 'tr(X)*tr(Y)*tr(X)'],
    ['tr(2*a*kron(X,Y))', '2*a*tr(X)*tr(Y)'],
    ["tr(kron(W,Y)'*kron(W,Y'))", "tr(W'*W)*tr(Y'*Y')"],
    ['tr(inv(kron(X,Y))*kron(X,d(Y)))', 'tr(inv(X)*X)*tr(inv(Y)*d(Y))'],
  ],
  leaves: ['tr(kron(V,W))', 'tr(kron(X,Y)*T)', 'tr(kron(X,Y) + T)', 'tr(X)', 'tr(kron(X,Y)^2)'],
  variables: {
    X: 'matrix(n)',
    Y: 'matrix(m)',
    T: 'matrix(m*n)',
    V: 'matrix(n,m)',
    W: 'matrix(m,n)',
    a: 'scalar',
  },
})
