import { testIdentity } from '@matrix-derive/testing'
import identity from './index.ts'

testIdentity(identity, {
  rewrites: [
    ['tril(A*x)', 'A*x'],
    ['triu(r)', 'r'],
  ],
  leaves: ['tril(r)', 'triu(x)', 'tril(A)'],
  variables: { x: 'vector(n)', r: 'rowvector(n)', A: 'matrix(m,n)' },
})
