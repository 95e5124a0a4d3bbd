import { testIdentity } from '@matrix-derive/testing'
import identity from './index.ts'

// tr(x'*d(X)*y) is turned first: then a derivative can be read off.
testIdentity(identity, {
  rewrites: [
    ['tr(a)', 'a'],
    ["tr(x'*y)", "x'*y"],
    ["tr(x'*d(y))", "x'*d(y)"],
  ],
  leaves: ["tr(x'*d(X)*y)", 'tr(X)', "tr(x*y')"],
  variables: { X: 'matrix(n)', x: 'vector(n)', y: 'vector(n)' },
})
