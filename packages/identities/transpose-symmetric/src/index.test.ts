import { testIdentity } from '@matrix-derive/testing'
import identity from './index.ts'

testIdentity(identity, {
  rewrites: [
    ["X'", 'X'],
    ["(A'*A)'", "A'*A"],
    ["(S*S)'", 'S*S'],
  ],
  leaves: ["A'", "(S*X)'", "(X*S + A)'", "K'"],
  variables: { A: 'matrix(n)', S: 'symmetric(n)', K: 'skew(n)' },
})
