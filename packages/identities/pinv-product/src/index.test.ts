import { testIdentity } from '@matrix-derive/testing'
import identity from './index.ts'

// The factor has to be in the range of the projector beside it.
testIdentity(identity, {
  rewrites: [
    ['2*A*X*pinv(X)*X*B', '2*A*X*B'],
    ['a*pinv(X)*X*pinv(X)', 'a*pinv(X)'],
    ["pinv(X)*X*X'", "X'"],
    ["pinv(X)'*pinv(X)*X*B", "pinv(X)'*B"],
    ["A*(2*eye - 2*X*pinv(X))*pinv(X)'", 'zeros(m,n)'],
    ['(eye - pinv(X)*X)*pinv(X)*A', 'zeros(n,m)'],
    ["(eye - pinv(X)*X)*X'", 'zeros(n,m)'],
    ["X'*(X*pinv(X) - eye)*A", 'zeros(n,m)'],
  ],
  leaves: [
    'X*pinv(X)*A',
    'pinv(X)*X*B',
    'X*(eye + pinv(X)*X)',
    'X*(2*eye - pinv(X)*X)',
    'X*(a*eye - a*pinv(X)*X)*B - X*pinv(X)*A*X',
    '(eye - pinv(X)*X)*B',
    'A*(eye - X*pinv(X))',
  ],
  variables: { A: 'matrix(m)', B: 'matrix(n)', a: 'scalar' },
})
