import { testIdentity } from '@matrix-derive/testing'
import identity from './index.ts'

// The slope is what each operator says about itself.
testIdentity(identity, {
  rewrites: [
    ['d(sin(X))', 'cos(X) .* d(X)'],
    ['d(exp(A*X))', 'exp(A*X) .* d(A*X)'],
    ['d(tanh(X))', '(matrix(1) - tanh(X).^2) .* d(X)'],
    ["d(sigma'(X))", "sigma''(X) .* d(X)"],
  ],
  leaves: ['d(sin(A))', 'd(sin(x))', 'd(X .* X)', 'sin(X)'],
  variables: { A: 'constant matrix(m)', x: 'scalar' },
})
