import {
  type Expression,
  eyeOperator,
  fillOperator,
  isRow,
  isScalar,
  isZeroExpression,
  productOperator,
} from '@matrix-derive/core'
import type { Page } from '../page.ts'
import type { Piece } from '../piece.ts'
import { writeProduct } from './product.ts'

/**
 * Whether the node is a constant whose text may leave its size to what stands beside it. A row says its size: people
 * read `matrix(1)` as something with several rows.
 */
const sizeless = (node: Expression): boolean =>
  node.operator === eyeOperator || (node.operator === fillOperator && !isRow(node.shape))

/** The sizeless constant that a term is a multiple of, if it is one. */
function sizelessPart(term: Expression): Expression | undefined {
  if (sizeless(term)) return term
  if (term.operator !== productOperator) return undefined
  let only: Expression | undefined
  for (const factor of term.operands) {
    if (isScalar(factor.shape)) continue
    if (only !== undefined || !sizeless(factor)) return undefined
    only = factor
  }
  return only
}

/** eye or matrix(1), the size left to the surroundings. */
function writeSizeless({ style }: Page, node: Expression): Piece {
  if (node.operator === eyeOperator) return style.eye(undefined)
  return isZeroExpression(node) ? style.zeros(node.shape) : style.sizelessOnes(node.shape)
}

/**
 * The pieces of operands that all have one shape: A + eye instead of A + eye(n), as long as one operand is left that
 * says the size.
 */
export function inContext(page: Page, operands: readonly Expression[]): readonly Piece[] {
  const parts = operands.map(sizelessPart)
  const anchor = parts.indexOf(undefined) === -1 ? 0 : -1
  return operands.map((operand, i) => {
    const part = parts[i]
    if (part === undefined || i === anchor) return page.of(operand)
    const written = writeSizeless(page, part)
    return part === operand ? written : writeProduct(page, operand, written)
  })
}
