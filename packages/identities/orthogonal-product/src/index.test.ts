import { testIdentity } from '@matrix-derive/testing'
import identity from './index.ts'

testIdentity(identity, {
  rewrites: [
    ["A*Q'*Q*x", 'A*eye(n)*x'],
    ["2*t*Q*Q'", '2*t*eye(n)'],
  ],
  leaves: ['Q*Q', "A*A'", "Q*x*x'*Q'"],
  variables: { A: 'matrix(n)', x: 'vector(n)', t: 'scalar' },
})
