import { testIdentity } from '@matrix-derive/testing'
import identity from './index.ts'

// A row in front makes it a number, whatever else stands there; a row behind makes it more than that.
testIdentity(identity, {
  rewrites: [
    ["x'*diag(d(X))", 'tr(diag(x)*d(X))'],
    ["2*a*x'*B*diag(d(X))", "2*a*tr(diag((x'*B)')*d(X))"],
  ],
  leaves: ["x'*diag(d(X))*y'", 'B*diag(d(X))', "x'*diag(d(y))", 'diag(d(X))'],
  variables: { B: 'matrix(n)', X: 'matrix(n)', y: 'vector(n)', a: 'scalar' },
})
