import { testIdentity } from '@matrix-derive/testing'
import identity from './index.ts'

// A factor that rests has no term.
testIdentity(identity, {
  rewrites: [
    ['d(kron(X,Y))', 'kron(d(X),Y) + kron(X,d(Y))'],
    ['d(kron(A,X))', 'kron(A,d(X))'],
  ],
  variables: { A: 'constant matrix(k,l)' },
})
