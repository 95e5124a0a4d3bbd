import { certainties, type Expression, interval } from '@matrix-derive/core'
import { readProgram } from '@matrix-derive/language'
import { builtInOperators } from '@matrix-derive/operators'
import { describe, expect, test } from 'vitest'

const variables = {
  a: 'scalar',
  x: 'vector(n)',
  X: 'matrix(m,n)',
  A: 'matrix(n)',
  S: 'symmetric(n)',
  K: 'spd(n)',
  W: 'skew(n)',
  Q: 'orthogonal(n)',
  D: 'diagonal(n)',
  z: 'vector(n)[N]',
  k: 'integer',
}

/** What is said, in the word that says most. */
function said(text: string): string {
  const { expression } = readProgram({ text, declarations: variables, operators: builtInOperators })
  return wordFor(expression)
}

function wordFor(expression: Expression): string {
  const { entries, form, invertible } = certainties()(expression)
  const isMatrix = expression.shape.rows !== '1' && expression.shape.cols !== '1'
  const sign = interval.isPositive(entries) ? 'positive' : interval.isNonnegative(entries) ? 'nonnegative' : undefined
  if (!isMatrix) return sign ?? (entries.nonzero ? 'nonzero' : '')
  const definite = form === 'positive' ? 'definite' : form === 'nonnegative' ? 'semidefinite' : undefined
  return definite ?? (invertible ? 'invertible' : (sign ?? (entries.nonzero ? 'nonzero' : '')))
}

const table: Readonly<Record<string, readonly string[]>> = {
  positive: [
    'exp(x)',
    'vector(1) + exp(X*x)',
    'softmax(x)',
    'sum(softmax(x))',
    '1 + a^2',
    '1 + norm2(x)^2',
    "1 + x'*x",
    "exp(a) + x'*K*x",
    'vector(1) - sigmoid(X*x)',
    'vector(1) - tanh(x).^2',
    '2 - cos(a)',
    '1/(1 + exp(-a))',
    'cosh(x) + abs(x)',
    'softplus(x)',
    'tr(K)',
    'det(K)',
    "det(eye(n) + A*A')",
    'det(eye + W)',
    'diag(K)',
    'diag(chol(S))',
    'sum(i in 1..N, exp(z[i]))',
    "1 + sum(i in 1..N, z[i]'*z[i])",
    'sum(K)',
    'exp(a)^k',
    'sqrt(1 + a^2)',
    "(1 + x'*x)^(1/2)",
    'erf(exp(a))',
    'log(2 + a^2)',
    'norm2(exp(x))',
    'norm2(Q)',
    'a*a + 1',
  ],
  nonnegative: [
    "x'*x",
    'a^2',
    'x.^2',
    'x .* x',
    'abs(x)',
    'relu(X*x)',
    'norm1(X)',
    "tr(X'*X)",
    "x'*X'*X*x",
    'inner(X,X)',
    "det(X'*X)",
    'mean(abs(X))',
    'vector(1) - softmax(x)',
    'a^(1/2)',
    'diag(W)',
  ],
  nonzero: ['exp(-a)*(-2)', 'det(Q)', '1/a', '-exp(x)', '(-exp(x)).^3', 'det(2*Q)', 'a^-3'],
  definite: [
    'K',
    'K + S*S',
    "X'*X + eye",
    "X'*X + exp(a)*K",
    'K + W',
    'eye + W',
    'inv(K + W)',
    'expm(S)',
    'diag(exp(x))',
    'diag(softmax(x)) + K',
    "Q*K*Q'",
    "inv(K)*X'*X*inv(K) + K",
    '(1 + a^2)*K',
    'K .* K',
    'kron(K,K)',
    'sqrtm(K)',
    "inv(eye + A*A')",
    'K^3',
    'K^k',
    "sum(i in 1..N, K + z[i]*z[i]')",
    'adj(K)',
    'pinv(K)',
    'expm(S)^2',
    "expm(A)*expm(A)'",
  ],
  semidefinite: [
    "X'*X",
    "x*x'",
    'S^2',
    "X'*diag(abs(X*x))*X",
    'W',
    'a^2*K',
    'ones(n,n)',
    'diag(relu(x))',
    "sum(i in 1..N, z[i]*z[i]')",
    "(A*A') .* (A*A')",
    "kron(A*A',K)",
    "A*K*A'",
    "pinv(A*A')",
  ],
  invertible: [
    'Q',
    '-K',
    'Q*K',
    'expm(A)',
    'chol(S)',
    'inv(A)',
    "inv(A)'",
    '2*Q',
    'A^-2',
    'kron(Q,inv(A))',
    'diag(1 ./ x)',
  ],
  '': [
    'a',
    'x',
    'X',
    'A',
    'S',
    'D',
    'a*K',
    "X'*X - eye",
    '1 - a^2',
    'exp(a) - 1',
    'x + exp(x)',
    'Q + eye',
    'A*K',
    'sin(a)',
    'x.^a',
    'S^3',
    'a^k',
    'logm(K)',
    'K - K*K',
  ],
}

describe('what is certain of a value', () => {
  for (const [word, programs] of Object.entries(table)) {
    test(word === '' ? 'nothing' : word, () => {
      expect(Object.fromEntries(programs.map(text => [text, said(text)]))).toEqual(
        Object.fromEntries(programs.map(text => [text, word])),
      )
    })
  }
})
