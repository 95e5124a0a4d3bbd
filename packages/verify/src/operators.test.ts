import { readProgram } from '@matrix-derive/language'
import { builtInOperators, elementwiseOperators } from '@matrix-derive/operators'
import { expect, test } from 'vitest'
import type { Rows } from './arithmetic.ts'
import { evaluate } from './evaluate.ts'
import { floatAlgebra } from './float.ts'
import { assignValues } from './values.ts'

const input = {
  A: [
    [1, 2],
    [3, 4],
    [5, 6],
  ],
  B: [
    [2, 0, 1],
    [1, 3, -1],
  ],
  S: [
    [4, 2],
    [2, 5],
  ],
  X: [
    [1, 2],
    [3, 4],
  ],
  x: [1, -2],
  y: [3, 5],
  r: [[7, 8]],
  t: 3,
}
const declarations = {
  A: 'matrix(m,n)',
  B: 'matrix(n,m)',
  S: 'spd(n)',
  X: 'matrix(n)',
  x: 'vector(n)',
  y: 'vector(n)',
  r: 'rowvector(n)',
  t: 'scalar',
}

function compute(text: string): Rows {
  const { expression, symbols } = readProgram({ text, declarations, operators: builtInOperators })
  const named = [...symbols.values()].map(symbol => symbol.expression).filter(({ data }) => data!.name! in input)
  const at = assignValues(named, input)
  return floatAlgebra.toRows(
    evaluate(expression, {
      algebra: floatAlgebra,
      sizes: new Map([...at.sizes, ['m', 3], ['n', 2]]),
      values: new Map([...at.values].map(([name, rows]) => [name, floatAlgebra.fromRows(rows)])),
    }),
  )
}

/** Rows by semicolons: `1 2; 3 4`. */
const show = (rows: Rows) =>
  rows.map(row => row.map(entry => String(Math.round(entry * 1e9) / 1e9 + 0)).join(' ')).join('; ')

// By hand.
test.each([
  ["A'", '1 3 5; 2 4 6'],
  ['2*A - 3*A', '-1 -2; -3 -4; -5 -6'],
  ['A*B', '4 6 -1; 10 12 -1; 16 18 -1'],
  ["t*x*y'", '9 15; -18 -30'],
  ["(x'*y)*X", '-7 -14; -21 -28'],
  ["A*(x'*y)", '-7 -14; -21 -28; -35 -42'],
  ['r*x', '-9'],
  ['tr(X)', '5'],
  ['tr(A*B)', '15'],
  ['vec(A)', '1; 3; 5; 2; 4; 6'],
  ['diag(x)', '1 0; 0 -2'],
  ['diag(X)', '1; 4'],
  ['tril(X)', '1 0; 3 4'],
  ['triu(X)', '1 2; 0 4'],
  ['tril(A)', '1 0; 3 4; 5 6'],
  ['triu(A)', '1 2; 0 4; 0 0'],
  ["triu(A')", '1 3 5; 0 4 6'],
  ['A .* A', '1 4; 9 16; 25 36'],
  ['X .^ 2', '1 4; 9 16'],
  ['X ./ S', '0.25 1; 1.5 0.8'],
  ['kron(x,X)', '1 2; 3 4; -2 -4; -6 -8'],
  ['kron(X,r)', '7 8 14 16; 21 24 28 32'],
  ['commutation(m,n)*vec(A)', '1; 2; 3; 4; 5; 6'],
  ['vech(X)', '1; 3; 4'],
  ['duplication(n)*vech(S) - vec(S)', '0; 0; 0; 0'],
  ['duplication(n)', '1 0 0; 0 1 0; 0 1 0; 0 0 1'],
  ['elimination(n)', '1 0 0 0; 0 1 0 0; 0 0 0 1'],
  ["elimination(m)*vec(A*A') - vech(A*A')", '0; 0; 0; 0; 0; 0'],
  ["elimination(m)'*vech(A*A') - vec(tril(A*A'))", '0; 0; 0; 0; 0; 0; 0; 0; 0'],
  ["ones(1,tri(m))*vech(A*A')", '158'],
  ['det(X)', '-2'],
  ['exp(logdet(S))', '16'],
  ['adj(X)', '4 -2; -3 1'],
  ['inv(X)', '-2 1; 1.5 -0.5'],
  ['X^3', '37 54; 81 118'],
  ['X^(-2)', '5.5 -2.5; -3.75 1.75'],
  ['X^0', '1 0; 0 1'],
  ['t^(-2)*9', '1'],
  ['sum(A)', '21'],
  ['mean(A)', '3.5'],
  ['norm1(x)', '3'],
  ['norm2(A)^2', '91'],
  ['norm(y)^2', '34'],
  ['normF(X)^2', '30'],
  ['dot(x,y)', '-7'],
  ['inner(X,S)', '34'],
  ['chol(S)', '2 0; 1 2'],
  ['sqrtm(S)*sqrtm(S)', '4 2; 2 5'],
  ['expm(logm(S))', '4 2; 2 5'],
  ['phi1(X)*X + eye(n) - expm(X)', '0 0; 0 0'],
  ['pinv(A)*A', '1 0; 0 1'],
  ['exp(logsumexp(y)) - exp(3) - exp(5)', '0'],
  ['softmax(y)*(exp(3) + exp(5)) - exp(y)', '0; 0'],
  ['ones(m,n)', '1 1; 1 1; 1 1'],
  ['zeros(n,m)', '0 0 0; 0 0 0'],
])('%s is %s', (text, expected) => {
  expect(show(compute(text))).toBe(expected)
})

test('elementwise functions at 1/2, at 0 and at -1/2', () => {
  const logistic = (x: number) => 1 / (1 + Math.exp(-x))
  const known: Record<string, (x: number) => number> = {
    exp: Math.exp,
    log: Math.log,
    sqrt: Math.sqrt,
    sin: Math.sin,
    cos: Math.cos,
    tan: Math.tan,
    asin: Math.asin,
    acos: Math.acos,
    atan: Math.atan,
    sinh: Math.sinh,
    cosh: Math.cosh,
    tanh: Math.tanh,
    abs: Math.abs,
    sign: Math.sign,
    relu: x => Math.max(x, 0),
    step: x => (x > 0 ? 1 : 0),
    sigmoid: logistic,
    softplus: x => Math.log(1 + Math.exp(x)),
  }
  for (const { name, elementwise } of elementwiseOperators) {
    for (const x of name in known ? [0.5, 0, -0.5] : []) {
      const [received, expected] = [elementwise!.value(x), known[name](x)].map(y => `${name}(${x}) = ${y.toFixed(12)}`)
      expect(received).toBe(expected)
    }
  }
  expect(elementwiseOperators.map(({ name }) => name).filter(name => !(name in known))).toEqual(['erf'])
})
