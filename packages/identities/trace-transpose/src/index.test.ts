import { testIdentity } from '@matrix-derive/testing'
import identity from './index.ts'

testIdentity(identity, {
  rewrites: [
    ["tr(A*d(X)')", "tr(A'*d(X))"],
    ["tr(2*a*A*d(X)')", "tr(2*a*A'*d(X))"],
    ["tr((Y*Y)')", 'tr(Y*Y)'],
  ],
  leaves: ["tr(d(X)'*A)", "tr(A*X')", 'tr(d(Y))'],
  variables: { a: 'scalar' },
})
