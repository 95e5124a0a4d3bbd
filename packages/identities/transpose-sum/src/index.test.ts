import { testIdentity } from '@matrix-derive/testing'
import identity from './index.ts'

// Transposed factors inside are turned too; one long transpose is worth it for a bare one only.
testIdentity(identity, {
  rewrites: [
    ["(A + B)'", "A' + B'"],
    ["A' + B'", "(A + B)'"],
    ["A' - B*C", "(A - C'*B')'"],
    ["2*A' + B*C", "(2*A + C'*B')'"],
    ["(2*A*B' + C)'", "2*B*A' + C'"],
    ["(A*B*tr(d(C)) + C)'", "B'*A'*tr(d(C)) + C'"],
  ],
  leaves: ["B*A'*C + A", 'A + B', "(A*B)'"],
  variables: { A: 'matrix(n)', B: 'matrix(n)', C: 'matrix(n)' },
})
