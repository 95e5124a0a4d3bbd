import { testIdentity } from '@matrix-derive/testing'
import identity from './index.ts'

// By one member of a family that changes, the place of the member must stay; what is not constant at an end, as well.
testIdentity(identity, {
  rewrites: [
    ['d(sum(i in 1..N, a[i]*x^(i - 1)))', 'sum(i in 1..N - 1, d(a[i + 1]*x^i))'],
    ['d(sum(i in 1..N, a[i]*x^(N - i)))', 'sum(i in 1..N - 1, d(a[i]*x^(N - i)))'],
    ['d(sum(i in 1..N - 1, (i + 1)*x^(i - 1)))', 'sum(i in 1..N - 2, d((i + 2)*x^i))'],
    ['d(sum(i in 1..N, x^(2*i - 2)))', 'sum(i in 1..N - 1, d(x^(2*i)))'],
    ['d(sum(i in 1..N, tr(A*X^(i - 1))))', 'sum(i in 1..N - 1, d(tr(A*X^i)))'],
    ['d(sum(i in 1..N, X .^ (i - 1)))', 'sum(i in 1..N - 1, d(X .^ i))'],
    ['d(sum(i in 1..N, exp(x^(i - 1)*x)))', 'd(exp(x)) + sum(i in 1..N - 1, d(exp(x^i*x)))'],
    ['d(sum(i in 1..N, sum(j in 1..i, c^i*x^(i - 1))))', 'sum(i in 1..N - 1, d(sum(j in 1..i + 1, c^(i + 1)*x^i)))'],
    ['d(sum(i in 1..1, x^(i - 1)))', '0'],
  ],
  leaves: [
    'd(sum(i in 1..N, x^i))',
    'd(sum(i in 1..N, x^(i - 2)))',
    'd(sum(i in 1..N, c^(i - 1)*x))',
    'd(sum(i in 1..N, y[i]^(i - 1)))',
    'd(sum(i in 1..N, y[i]*x^(i - 1)))',
    'd(sum(i in 1..N - 1, exp(x^(i - 1)*x)))',
    'd(sum(i in 1..N, sum(j in 1..N, x^(j - 1)*a[i])))',
  ],
  variables: {
    A: 'constant matrix(n)',
    X: 'matrix(n)',
    a: 'constant scalar[N]',
    y: 'scalar[N]',
    c: 'constant scalar',
  },
})
