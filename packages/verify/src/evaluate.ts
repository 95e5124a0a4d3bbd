import {
  type Dimension,
  dimensionSize,
  type Expression,
  fail,
  isDifferential,
  isSymbol,
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

/**
 * Evaluates expressions one after the other at one point, every node of their graph once, operands first, without
 * recursion; names count as what they stand for, and d(X) is the tangent of X.
 * @throws `value` for missing or unfit values, `unsupported` for what the arithmetic has no value of
 */
export function createEvaluator<M>({ algebra, values, sizes, watch, observe }: Point<M>): (root: Expression) => M {
  const size = sizeIn(sizes)
  const results = new Map<Expression, M>()
  return root => {
    const open = [root]
    for (let node = open.at(-1); node !== undefined; node = open.at(-1)) {
      const below = throughNames(node)
      const waiting = results.has(node) ? [] : below.filter(operand => !results.has(operand))
      if (waiting.length > 0) open.push(...waiting)
      else {
        open.pop()
        if (results.has(node)) continue
        watch?.()
        const operands = below.map(operand => results.get(operand)!)
        const value = evaluateNode(node, operands)
        observe?.(value)
        results.set(node, value)
      }
    }
    return results.get(root)!
  }

  function evaluateNode(node: Expression, operands: readonly M[]): M {
    if (isSymbol(node)) {
      const { name } = node.data!
      return values.get(name!) ?? fail('value', `Expected a value for ${name}.`)
    }
    if (!isDifferential(node)) return node.operator.evaluate(algebra, operands, node, size)
    if (algebra.tangent === undefined)
      fail('unsupported', 'Expected an expression without d(.), which has no value here.')
    return node.operator.evaluate(algebra, [algebra.tangent(operands[0])], node, size)
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
