import {
  DerivationError,
  differential,
  type Expression,
  elementwiseFunction,
  Fact,
  has,
  isScalar,
  isSquare,
  sameShape,
  trace,
} from '@matrix-derive/core'
import * as op from '@matrix-derive/operators'
import fc from 'fast-check'
import { A, a, add, B, k, mul, neg, num, rate, Sigma, s, store, t, W1, X, x, y } from '../fixtures.ts'

// Expressions of every form that the printer knows, for tests of all that is written.

const leaves = [Sigma, rate, A, B, X, W1, x, y, a, s, k, t(x), num(2), num(-1, 2)]
export const names = new Map([Sigma, rate, A, B, X, W1, x, y, a, s, k].map(symbol => [symbol.data!.name!, symbol]))

/** Longer ones add nothing but time. */
const longestExpression = 3_000

/** One way to make an expression from two of any shape and a third that fits the first as a factor; may not fit. */
type Make = (p: Expression, q: Expression, next: Expression) => Expression

const makers: readonly Make[] = [
  (p, q) => add(p, q),
  (p, q) => add(neg(q), p, q),
  (p, q) => mul(p, q),
  (p, _, next) => mul(p, next),
  (p, q, next) => mul(q, p, next),
  p => neg(p),
  p => t(p),
  p => t(p),
  (p, q) => op.hadamard(store, p, q),
  (p, q) => op.hadamard(store, p, op.hadamardPower(store, q, num(-1))),
  (p, q) => op.hadamardPower(store, p, isScalar(q.shape) ? q : num(-1)),
  (p, q) => op.kron(store, isScalar(p.shape) ? A : p, isScalar(q.shape) ? x : q),
  (p, q) => op.power(store, p, isScalar(p.shape) ? q : k),
  p => op.power(store, p, num(-2)),
  p => op.inverse(store, p),
  (p, q) => mul(op.inverse(store, isScalar(q.shape) ? q : op.norm2(store, q)), p),
  p => (isSquare(p.shape) ? trace(store, p) : op.norm2(store, p)),
  p => (isScalar(p.shape) || has(p.facts, Fact.differential) ? p : differential(store, p)),
  p => store.apply(elementwiseFunction('sigma', 1), [p]),
  p => op.applyElementwise(store, op.expOperator, p),
  p => (isSquare(p.shape) ? op.determinant(store, p) : p),
  p => (isScalar(p.shape) ? op.applyElementwise(store, op.logOperator, p) : p),
]

/** An expression made in a few steps, each from earlier ones; what does not fit is left out. */
function grow(steps: readonly (readonly [number, number, number])[]): Expression {
  const pool = [...leaves]
  for (const [maker, first, second] of steps) {
    const p = pool[pool.length - 1 - (first % pool.length)]
    const q = pool[pool.length - 1 - (second % pool.length)]
    const same = pool.find(other => other !== p && sameShape(other.shape, p.shape)) ?? p
    const next = pool.find(other => other !== p && other.shape.rows === p.shape.cols) ?? q
    try {
      const grown = makers[maker % makers.length](p, second % 2 === 0 ? q : same, next)
      if (grown.cost < longestExpression && !has(grown.facts, Fact.zero)) pool.push(grown)
    } catch (error) {
      if (!(error instanceof DerivationError)) throw error
    }
  }
  return pool[pool.length - 1]
}

const step = fc.tuple(fc.nat(1000), fc.nat(20), fc.nat(20))

/** Expressions of the fixtures' store, about the symbols of {@link names}. */
export const expressions: fc.Arbitrary<Expression> = fc
  .array(step, { minLength: 1, maxLength: 16, size: 'max' })
  .map(grow)
