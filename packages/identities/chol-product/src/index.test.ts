import { testIdentity } from '@matrix-derive/testing'
import identity from './index.ts'

testIdentity(identity, {
  rewrites: [
    ["2*A*chol(S)*chol(S)'*A", '2*A*S*A'],
    ["chol(T)*chol(T)'", 'T'],
  ],
  leaves: ["chol(S)'*chol(S)", 'chol(S)*chol(S)'],
  variables: { A: 'matrix(n)', T: 'symmetric(n)' },
})
