import { testIdentity } from '@matrix-derive/testing'
import identity from './index.ts'

// Nothing is relied on: both sides have the same divisors.
testIdentity(identity, {
  rewrites: [
    ['(1 ./ A) .* B', 'B ./ A'],
    ['(1 ./ A.^2) .* B .* C', 'B .* C ./ A.^2'],
  ],
  leaves: ['B ./ A', '1 ./ A', 'A .* B', '(1 ./ A) ./ B'],
  variables: { A: 'matrix(m,n)', B: 'matrix(m,n)', C: 'matrix(m,n)' },
})
