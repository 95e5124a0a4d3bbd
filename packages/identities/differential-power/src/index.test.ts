import { testIdentity } from '@matrix-derive/testing'
import identity from './index.ts'

// Powers of matrices are products.
testIdentity(identity, {
  rewrites: [
    ['d(x^3)', '3*x^2*d(x)'],
    ['d(a^x)', 'a^x*log(a)*d(x)'],
    ['d(x^y)', 'y*x^(y - 1)*d(x) + x^y*log(x)*d(y)'],
  ],
  leaves: ['d(X^2)', 'd(X .^ 2)', 'x^2'],
  assumes: {
    'd(x^3)': [],
    'd(x^(-1))': ['nonzero x'],
    'd(x^(1/2))': ['positive x'],
    'd(x^a)': ['positive x'],
    'd(x^n)': [],
    'd(x^(n - 1))': ['nonzero x'],
    'd(x^k)': ['nonzero x'],
    'd(a^x)': ['positive a'],
  },
  variables: { X: 'matrix(n)', y: 'scalar', k: 'constant integer' },
})
