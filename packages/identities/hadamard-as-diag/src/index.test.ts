import { testIdentity } from '@matrix-derive/testing'
import identity from './index.ts'

// Of columns only; behind a row it is hadamard-exchange.
testIdentity(identity, {
  rewrites: [
    ['x .* d(y)', 'diag(x)*d(y)'],
    ['d(x) .* y', 'diag(y)*d(x)'],
    ['x .* z .* d(y)', 'diag(x .* z)*d(y)'],
    ['2*a*A*(x .* d(y))', '2*a*A*diag(x)*d(y)'],
  ],
  leaves: ["x'*(y .* d(z))", 'A .* d(X)', "x' .* d(y)'", 'A*diag(d(x))', "(x .* d(y))*z'", 'x .* y'],
  variables: { A: 'matrix(n)', X: 'matrix(n)', z: 'vector(n)', a: 'scalar' },
})
