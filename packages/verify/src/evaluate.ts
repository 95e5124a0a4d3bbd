import {
  type Dimension,
  dimensionSize,
  type Expression,
  fail,
  isDifferential,
  isNamed,
  isSymbol,
  reachable,
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
}

/** Turns dimensions into numbers. @throws `value` for a dimension without a size */
export function sizeIn(sizes: Sizes): (dimension: Dimension) => number {
  return dimension =>
    dimensionSize(dimension, name => {
      const size = sizes.get(name)
      return size ?? fail('value', `Expected a size for the dimension ${name}; no value determines it.`)
    })
}

/**
 * The values of the roots. Every node of the graph is evaluated once, operands first, without recursion;
 * names count as what they stand for, and d(X) is the tangent of X.
 * @throws `value` for missing or unfit values, `unsupported` for what the arithmetic has no value of
 */
export function evaluateAll<M>(roots: readonly Expression[], point: Point<M>): M[] {
  const { algebra, values } = point
  const size = sizeIn(point.sizes)
  const results = new Map<Expression, M>()
  for (const node of reachable(roots, throughNames)) {
    const operands = isNamed(node) ? [results.get(node.data!.definition!)!] : node.operands.map(x => results.get(x)!)
    results.set(node, evaluateNode(node, operands))
  }
  return roots.map(root => results.get(root)!)

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

/** The value of one expression; see {@link evaluateAll}. */
export function evaluate<M>(expression: Expression, point: Point<M>): M {
  return evaluateAll([expression], point)[0]
}
