import { testIdentity } from '@matrix-derive/testing'
import identity from './index.ts'

testIdentity(identity, {
  rewrites: [
    ["((X')^3)'", 'X^3'],
    ["(X^(k - 1))'", "(X')^(k - 1)"],
  ],
  leaves: ["(X*X)'", "inv(X)'", 'X^k'],
})
