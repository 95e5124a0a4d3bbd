import { testIdentity } from '@matrix-derive/testing'
import identity from './index.ts'

testIdentity(identity, {
  rewrites: [
    ['vech(d(X))', 'elimination(n)*vec(d(X))'],
    ["2*b'*vech(d(X))", "2*b'*elimination(n)*vec(d(X))"],
  ],
  leaves: ['vech(X)', 'vec(d(X))'],
  variables: { b: 'vector(tri(n))' },
})
