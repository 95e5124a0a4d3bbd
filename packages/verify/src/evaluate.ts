import {
  type Dimension,
  dimensionSize,
  type Expression,
  fail,
  isDifferential,
  isIndex,
  isSeries,
  isSymbol,
  levelOf,
  rational,
  throughNames,
} from '@matrix-derive/core'
import type { Arithmetic } from './arithmetic.ts'

/** How large every named dimension is. */
export type Sizes = ReadonlyMap<string, number>

/** Where expressions are evaluated: an arithmetic, the matrix of every symbol and the size of every dimension. */
export interface Point<M> {
  readonly algebra: Arithmetic<M>
  readonly values: ReadonlyMap<string, M>
  readonly sizes: Sizes
  /** Called before each node: throws when the time is up. */
  readonly watch?: (() => void) | undefined
  /** Shown the value of each node. */
  readonly observe?: ((value: M) => void) | undefined
}

/** Turns dimensions into numbers. @throws `value` for a dimension without a size */
export function sizeIn(sizes: Sizes): (dimension: Dimension) => number {
  return dimension =>
    dimensionSize(dimension, name => {
      const size = sizes.get(name)
      if (size !== undefined) return size
      return fail('value', `Expected a size for the dimension ${name}; no value determines it.`, {
        suggestion: `Give it among the values, say "${name}": 3.`,
      })
    })
}

/** An index while its sum is evaluated: its value, and what depends on it. */
interface Turn<M> {
  readonly bit: number
  readonly index: M
  readonly results: Map<Expression, M>
}

/** More terms than this are no sum that somebody means, and would take for ever. */
const mostTerms = 100_000

/**
 * Evaluates expressions one after the other at one point, every node of their graph once, operands first, without
 * recursion; names count as what they stand for, and d(X) is the tangent of X. What stands under a sum is evaluated once for
 * each value of the index if it depends on it; the depth of recursion is that of sums inside of sums, which is small.
 * @throws `value` for missing or unfit values, `unsupported` for what the arithmetic has no value of, `limit-exceeded`
 */
export function createEvaluator<M>({ algebra, values, sizes, watch, observe }: Point<M>): (root: Expression) => M {
  const size = sizeIn(sizes)
  const lasting = new Map<Expression, M>()
  const turns: Turn<M>[] = []
  return evaluateRoot

  /** Where the value of a node is kept: with the innermost index that it depends on. */
  function resultsFor(node: Expression): Map<Expression, M> {
    if (node.free !== 0) {
      for (let i = turns.length - 1; i >= 0; i--) if ((node.free & turns[i].bit) !== 0) return turns[i].results
    }
    return lasting
  }

  function evaluateRoot(root: Expression): M {
    const open = [root]
    for (let node = open.at(-1); node !== undefined; node = open.at(-1)) {
      const results = resultsFor(node)
      const below = isSeries(node) ? [node.operands[1]] : throughNames(node)
      const waiting = results.has(node) ? [] : below.filter(operand => !resultsFor(operand).has(operand))
      if (waiting.length > 0) open.push(...waiting)
      else {
        open.pop()
        if (results.has(node)) continue
        watch?.()
        const value = evaluateNode(
          node,
          below.map(operand => resultsFor(operand).get(operand)!),
        )
        observe?.(value)
        results.set(node, value)
      }
    }
    return resultsFor(root).get(root)!
  }

  function evaluateNode(node: Expression, operands: readonly M[]): M {
    if (isSymbol(node)) {
      const { name } = node.data!
      return values.get(name!) ?? fail('value', `Expected a value for ${name}.`)
    }
    if (isIndex(node)) {
      const turn = turns.findLast(({ bit }) => (node.free & bit) !== 0)
      return turn?.index ?? node.operator.evaluate(algebra, operands, node, size)
    }
    if (isSeries(node)) return evaluateSeries(node, operands[0])
    if (!isDifferential(node)) return node.operator.evaluate(algebra, operands, node, size)
    if (algebra.tangent === undefined)
      fail('unsupported', 'Expected an expression without d(.), which has no value here.')
    return node.operator.evaluate(algebra, [algebra.tangent(operands[0])], node, size)
  }

  function evaluateSeries(node: Expression, limit: M): M {
    const [index, , term] = node.operands
    const last = algebra.integer(limit)
    if (last > mostTerms) fail('limit-exceeded', `Expected a sum of at most ${mostTerms} terms, received ${last}.`)
    let total = algebra.fill(algebra.number(rational(0)), size(node.shape.rows), size(node.shape.cols))
    for (let value = 1; value <= last; value++) {
      turns.push({ bit: 1 << levelOf(index), index: algebra.number(rational(value)), results: new Map() })
      try {
        total = algebra.add(total, evaluateRoot(term))
      } finally {
        turns.pop()
      }
    }
    return node.operator.evaluate(algebra, [limit, limit, total], node, size)
  }
}

/** The values of the roots; see {@link createEvaluator}. */
export function evaluateAll<M>(roots: readonly Expression[], point: Point<M>): M[] {
  return roots.map(createEvaluator(point))
}

/** The value of one expression; see {@link evaluateAll}. */
export function evaluate<M>(expression: Expression, point: Point<M>): M {
  return evaluateAll([expression], point)[0]
}
