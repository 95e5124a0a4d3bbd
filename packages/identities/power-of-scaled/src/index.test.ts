import { testIdentity } from '@matrix-derive/testing'
import identity from './index.ts'

// (-2)^a is a number for few a only.
testIdentity(identity, {
  rewrites: [
    ['(2*x)^3', '8*x^3'],
    ['(-x)^2', 'x^2'],
    ['(-x)^3', '-x^3'],
    ['(2*a*x)^2', '4*(a*x)^2'],
  ],
  leaves: ['(2*x)^a', '(-x)^a', '(2*x)^(1/2)', '(a*x)^2', '(2*X)^2', 'x^2'],
  variables: { a: 'scalar', X: 'matrix(n)' },
})
