import {
  createStore,
  DerivationError,
  type Expression,
  Fact,
  isMatrix,
  isScalar,
  isSquare,
  negate,
  number,
  product,
  rational,
  structures,
  sum,
  symbol,
  trace,
  transpose,
} from '@matrix-derive/core'
import * as op from '@matrix-derive/operators'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createRandom } from './arithmetic.ts'
import { evaluate } from './evaluate.ts'
import { floatAlgebra } from './float.ts'
import { realDraws, sampleSymbol } from './sampling.ts'
import { checkStructure } from './structure.ts'

const store = createStore()
const kinds = ['symmetric', 'skew', 'diagonal', 'orthogonal', 'lower', 'upper', 'positiveDefinite'] as const
const square = { rows: 'n', cols: 'n' }
const matrices = kinds.flatMap(kind => ['', '2'].map(more => symbol(store, kind + more, square, Fact[kind])))
const others = [
  symbol(store, 'X', square),
  symbol(store, 'A', { rows: 'm', cols: 'n' }),
  symbol(store, 'x', { rows: 'n', cols: '1' }),
  symbol(store, 'a', { rows: '1', cols: '1' }),
]
const leaves = [...matrices, ...others]
const num = (value: number) => number(store, rational(value))
// Without those that have no value at most points, and those that jump at 0, where rounding leaves no 0.
const elementwise = op.elementwiseOperators.filter(
  ({ name }) => !['acos', 'asin', 'log', 'sqrt', 'sign', 'step'].includes(name),
)
const functions = [
  op.inverseOperator,
  op.adjugateOperator,
  op.pseudoinverseOperator,
  op.matrixExponentialOperator,
  op.phi1Operator,
  op.lowerTriangleOperator,
  op.upperTriangleOperator,
  op.choleskyOperator,
  ...elementwise,
]

type Make = (p: Expression, q: Expression) => Expression

const makers: readonly Make[] = [
  (p, q) => sum(store, [p, q]),
  (p, q) => sum(store, [p, negate(store, q)]),
  (p, q) => product(store, [p, q]),
  (p, q) => product(store, [p, q]),
  (p, q) => product(store, [transpose(store, p), q, p]),
  (p, q) => product(store, [p, q, transpose(store, p)]),
  p => product(store, [p, transpose(store, p)]),
  p => transpose(store, p),
  p => negate(store, p),
  p => product(store, [num(2), p]),
  p => sum(store, [p, transpose(store, p)]),
  (p, q) => op.hadamard(store, p, q),
  p => op.hadamardPower(store, p, num(2)),
  (p, q) => (p.shape.rows.length + q.shape.rows.length < 4 ? op.kron(store, p, q) : p),
  p => (isScalar(p.shape) ? p : op.power(store, p, num(2))),
  p => (isScalar(p.shape) ? p : op.power(store, p, num(-3))),
  p => op.diag(store, p),
  p => (isSquare(p.shape) ? product(store, [trace(store, p), p]) : p),
]

function grow(steps: readonly (readonly [number, number, number])[]): Expression {
  const pool = [...leaves]
  for (const [maker, first, second] of steps) {
    const [p, q] = [first, second].map(back => pool[pool.length - 1 - (back % pool.length)])
    try {
      const at = maker % (makers.length + functions.length)
      pool.push(at < makers.length ? makers[at](p, q) : store.apply(functions[at - makers.length], [p]))
    } catch (error) {
      if (!(error instanceof DerivationError)) throw error
    }
  }
  return pool[pool.length - 1]
}

/** The entries at a random point; undefined where they have no value, or one of which rounding leaves no digit. */
function entriesOf(expression: Expression, n: number, seed: number): number[][] | undefined {
  const random = createRandom(seed)
  const [draw] = realDraws(floatAlgebra, random)
  const sizes = new Map([
    ['n', n],
    ['m', n + 2],
  ])
  const size = (dimension: string) => sizes.get(dimension) ?? 1
  const values = new Map(
    leaves.map(leaf => {
      const shape = [size(leaf.shape.rows), size(leaf.shape.cols)] as const
      return [leaf.data!.name!, sampleSymbol(floatAlgebra, leaf, draw, shape, seed).value]
    }),
  )
  try {
    const rows = evaluate(expression, { algebra: floatAlgebra, sizes, values }).to2DArray()
    const largest = Math.max(...rows.flat().map(Math.abs))
    return largest > 1e-6 && largest < 1e4 ? rows : undefined
  } catch (error) {
    if (!(error instanceof Error)) throw error
    return undefined
  }
}

/** With every eigenvalue larger by what rounding may add up to. */
function raised(rows: readonly number[][]): number[][] {
  const more = 1e-7 * Math.max(...rows.flat().map(Math.abs))
  return rows.map((row, i) => row.map((entry, j) => (i === j ? entry + more : entry)))
}

test('an expression has the structure that is known of it', () => {
  const step = fc.tuple(fc.nat(1000), fc.nat(24), fc.nat(24))
  let checked = 0
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 5, size: 'max' }), fc.nat(), (steps, seed) => {
      const expression = grow(steps)
      const known = expression.facts & structures
      if (!isMatrix(expression.shape) || known === Fact.none) return
      for (const n of [3, 4]) {
        const rows = entriesOf(expression, n, seed)
        if (rows === undefined) continue
        checkStructure('what is computed', known & ~Fact.positiveDefinite, rows)
        // An eigenvalue such as exp(-100) is 0 to rounding.
        checkStructure('what is computed', known & Fact.positiveDefinite, raised(rows))
        checked++
      }
    }),
    { numRuns: Number(process.env.RUNS ?? 3000), seed: Number(process.env.SEED ?? 1) },
  )
  expect(checked).toBeGreaterThan(1000)
})
