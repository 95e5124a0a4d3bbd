import { testIdentity } from '@matrix-derive/testing'
import identity from './index.ts'

testIdentity(identity, {
  rewrites: [
    ['vec(x)', 'x'],
    ["vec(x')", 'x'],
    ['vec(a)', 'a'],
  ],
  leaves: ['vec(X)'],
  variables: { X: 'matrix(m,n)', a: 'scalar' },
})
