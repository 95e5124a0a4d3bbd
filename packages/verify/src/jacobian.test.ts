import {
  abstractFunction,
  createStore,
  differential,
  type Expression,
  elementwiseFunction,
  jacobianOf,
  number,
  product,
  rational,
  scalarShape,
  sum,
  symbol,
  trace,
  transpose,
  vec,
} from '@matrix-derive/core'
import * as op from '@matrix-derive/operators'
import { expect, test } from 'vitest'
import { createRandom } from './arithmetic.ts'
import { evaluate } from './evaluate.ts'
import { differenceJacobian, dualJacobian } from './jacobian.ts'
import { dualFloatAlgebra } from './real-analytic.ts'

const store = createStore()
const sizes = new Map([
  ['m', 4],
  ['n', 3],
  ['p', 2],
])
const declared: Record<string, [string, string]> = {
  X: ['n', 'n'],
  Y: ['m', 'n'],
  A: ['n', 'n'],
  B: ['n', 'm'],
  W: ['p', 'm'],
  x: ['n', '1'],
  y: ['m', '1'],
  t: ['1', '1'],
  s: ['1', '1'],
}
const symbols = Object.fromEntries(
  Object.entries(declared).map(([name, [rows, cols]]) => [name, symbol(store, name, { rows, cols })]),
)
const { X, Y, A, B, W, x, y, t, s } = symbols
const next = createRandom(11)
const size = (dim: string) => (dim === '1' ? 1 : sizes.get(dim)!)
const values = new Map(
  Object.entries(declared).map(([name, [rows, cols]]) => [
    name,
    Array.from({ length: size(rows) }, (_, i) =>
      Array.from(
        { length: size(cols) },
        (_, j) => 0.2 + 0.6 * next() + (name === 'X' || name === 'A' ? (i === j ? 2 : 0) : 0),
      ),
    ),
  ]),
)
const mul = (...factors: Expression[]) => product(store, factors)
const add = (...terms: Expression[]) => sum(store, terms)
const power = (base: Expression, n: number, d = 1) => op.power(store, base, number(store, rational(n, d)))
const gram = mul(transpose(store, X), X)
const l = abstractFunction('l', [Y.shape, x.shape], scalarShape)
const g = abstractFunction('g', [x.shape], y.shape)

const cases: [string, Expression, Expression][] = [
  ['inv', op.inverse(store, X), X],
  ['det', op.determinant(store, X), X],
  ['logdet', op.logDeterminant(store, X), X],
  ['adj', op.adjugate(store, X), X],
  ['adj of a singular matrix', op.adjugate(store, mul(x, transpose(store, x))), x],
  ['det of a singular matrix', op.determinant(store, mul(x, transpose(store, x), X)), X],
  ['power 3', power(X, 3), X],
  ['power -2', power(X, -2), X],
  ['scalar power', power(trace(store, X), 5, 2), X],
  ['power with a moving exponent', op.power(store, s, t), t],
  ['entrywise power', op.hadamardPower(store, Y, t), Y],
  ['entrywise power by its exponent', op.hadamardPower(store, Y, t), t],
  ['hadamard', op.hadamard(store, Y, Y, transpose(store, B)), Y],
  ['kron', op.kron(store, Y, X, W), Y],
  ['commutation', mul(op.commutation(store, 'm', 'n'), vec(store, Y)), Y],
  ['diag of a vector', mul(op.diag(store, x), X, x), x],
  ['diag of a matrix', op.diag(store, gram), X],
  ['tril', op.lowerTriangle(store, gram), X],
  ['triu', op.upperTriangle(store, gram), X],
  ['sum', op.entrySum(store, power(X, 2)), X],
  ['mean', op.mean(store, mul(Y, X)), X],
  ['norm1', op.norm1(store, mul(Y, x)), x],
  ['norm2', op.norm2(store, mul(Y, X)), X],
  ['dot', op.dot(store, x, mul(X, x)), x],
  ['inner', op.inner(store, Y, mul(Y, X)), Y],
  ['logsumexp', op.logSumExp(store, mul(Y, x)), x],
  ['softmax', op.softmax(store, mul(Y, x)), x],
  ['expm', op.matrixExponential(store, mul(A, X)), X],
  ['logm', op.matrixLogarithm(store, X), X],
  ['sqrtm', op.matrixSquareRoot(store, X), X],
  ['phi1', op.phi1(store, X), X],
  ['pinv of a tall matrix', op.pseudoinverse(store, Y), Y],
  ['pinv of a wide matrix', op.pseudoinverse(store, B), B],
  ['chol', op.cholesky(store, gram), X],
  ['frechet expm', op.frechet(store, 'expm', X, mul(X, A)), X],
  ['frechet logm', op.frechet(store, 'logm', X, mul(X, A)), X],
  ['frechet sqrtm', op.frechet(store, 'sqrtm', X, mul(X, A)), X],
  ['frechet phi1', op.frechet(store, 'phi1', X, mul(X, A)), X],
  ['frechet expm twice', op.frechet(store, 'expm', X, mul(X, A), X), X],
  ['frechet sqrtm three times', op.frechet(store, 'sqrtm', X, X, A, mul(X, X)), X],
  ['abstract elementwise', store.apply(elementwiseFunction('sigma'), [mul(Y, x)]), x],
  ["abstract elementwise'", store.apply(elementwiseFunction('sigma', 1), [mul(Y, x)]), x],
  ['abstract function', store.apply(l, [Y, mul(X, x)]), Y],
  ['abstract function of another argument', store.apply(l, [Y, mul(X, x)]), x],
  ['its derivative', store.apply(jacobianOf(l, 0), [Y, mul(X, x)]), Y],
  ['its mixed derivative', store.apply(jacobianOf(jacobianOf(l, 0), 1), [Y, mul(X, x)]), Y],
  ...op.elementwiseOperators.map((f): [string, Expression, Expression] => [
    f.name,
    op.applyElementwise(store, f, mul(Y, number(store, rational(1, 2)))),
    Y,
  ]),
]

function expectClose(actual: number[][], expected: number[][], tolerance: number) {
  // A derivative that vanishes shows the rounding errors of the differences.
  const scale = Math.max(1, ...expected.flat().map(Math.abs))
  expect([actual.length, actual[0].length]).toEqual([expected.length, expected[0].length])
  const worst = Math.max(...actual.flatMap((row, i) => row.map((entry, j) => Math.abs(entry - expected[i][j]))))
  expect(worst / scale).toBeLessThan(tolerance)
}

test.each(cases)('dual numbers and differences agree: %s', (_name, expression, wrt) => {
  expectClose(
    dualJacobian(expression, wrt, { values, sizes }),
    differenceJacobian(expression, wrt, { values, sizes }),
    1e-7,
  )
})

test('a declared function and its named Jacobian agree', () => {
  const jacobian = store.apply(jacobianOf(g), [x])
  const at = { values, sizes }
  const algebra = dualFloatAlgebra
  const point = { algebra, sizes, values: new Map([...values].map(([name, rows]) => [name, algebra.fromRows(rows)])) }
  expectClose(dualJacobian(store.apply(g, [x]), x, at), algebra.toRows(evaluate(jacobian, point)), 1e-14)
})

test('the Jacobian of a scalar by a matrix is laid out as the table says', () => {
  const h = abstractFunction('h', [Y.shape], scalarShape)
  const algebra = dualFloatAlgebra
  const point = { algebra, sizes, values: new Map([...values].map(([name, rows]) => [name, algebra.fromRows(rows)])) }
  const jacobian = algebra.toRows(evaluate(store.apply(jacobianOf(h), [Y]), point))
  const [row] = dualJacobian(store.apply(h, [Y]), Y, { values, sizes })
  expectClose(
    jacobian,
    jacobian.map((entries, j) => entries.map((_, i) => row[i + 4 * j])),
    1e-14,
  )
  const hessian = algebra.toRows(evaluate(store.apply(jacobianOf(jacobianOf(h)), [Y]), point))
  expectClose(hessian, dualJacobian(store.apply(jacobianOf(h), [Y]), Y, { values, sizes }), 1e-14)
})

test('d(X) is the tangent of X', () => {
  const algebra = dualFloatAlgebra
  const entries = new Map([...values].map(([name, rows]) => [name, algebra.fromRows(rows)]))
  const dX = algebra.fromRows(values.get('A')!)
  entries.set('X', algebra.dual(entries.get('X')!, dX))
  const line = add(mul(differential(store, X), X), mul(X, differential(store, X)))
  const [left, right] = [differential(store, mul(X, X)), line].map(expression =>
    algebra.toRows(evaluate(expression, { algebra, values: entries, sizes })),
  )
  expectClose(left, right, 1e-15)
})

test('a chain of 20000 operators is evaluated without recursion', () => {
  let chain: Expression = X
  for (let k = 0; k < 20_000; k++) chain = add(op.applyElementwise(store, op.tanhOperator, chain), A)
  const algebra = dualFloatAlgebra
  const point = { algebra, sizes, values: new Map([...values].map(([name, rows]) => [name, algebra.fromRows(rows)])) }
  expect(algebra.toRows(evaluate(chain, point)).flat().every(Number.isFinite)).toBe(true)
})
