import { testIdentity } from '@matrix-derive/testing'
import identity from './index.ts'

// A*d(X) + d(X)*A has no factor that could be collected.
testIdentity(identity, {
  rewrites: [
    ['tr(A*d(X)) + tr(B*d(X))', 'tr((A + B)*d(X))'],
    ['A*d(x) + B*d(x)', '(A + B)*d(x)'],
    ['tr(A*d(X)) + tr(d(X))', 'tr((A + eye(n))*d(X))'],
    ['2*d(x) + A*d(x)', '(2*eye(n) + A)*d(x)'],
    ['G*vec(d(Y)) - H*vec(d(Y))', '(G - H)*vec(d(Y))'],
    ['y*d(t) + z*d(t)', '(y + z)*d(t)'],
    ['tr(A*X*d(X)) - tr(X*A*d(X))', 'tr((A*X - X*A)*d(X))'],
  ],
  leaves: ['A*d(X) + d(X)*A', 'tr(A*d(X)) + tr(B*d(Z))', 'A*d(x) + B*d(y)', 'tr(A*d(X)) + tr(d(X)*B)', 'A*d(x) + B*x'],
  variables: {
    A: 'matrix(n)',
    B: 'matrix(n)',
    X: 'matrix(n)',
    Z: 'matrix(n)',
    Y: 'matrix(k,l)',
    G: 'matrix(n,k*l)',
    H: 'matrix(n,k*l)',
    x: 'vector(n)',
    y: 'vector(n)',
    z: 'vector(n)',
    t: 'scalar',
  },
})
