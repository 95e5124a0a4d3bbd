import { testIdentity } from '@matrix-derive/testing'
import identity from './index.ts'

// Only where brackets are needed anyway: X'*B' stays as it is on its own.
testIdentity(identity, {
  rewrites: [
    ["kron(X'*B', A)", "kron((B*X)', A)"],
    ["(X' .* exp(B)')*C", "(X .* exp(B))'*C"],
    ["((A*B'*X') .* B')*C", "((X*B*A') .* B)'*C"],
    ["t*kron(A', B')*D", "t*kron(A, B)'*D"],
  ],
  leaves: ["X'*B'*A", 'kron(X*B, A)', "kron(X'*B, A)", "(X' .* B)*C", "X' .* B'"],
  variables: {
    A: 'matrix(n)',
    B: 'matrix(n)',
    C: 'matrix(n)',
    X: 'matrix(n)',
    D: 'matrix(n*n)',
    t: 'scalar',
  },
})
