import { definitionOf, type Expression, flip, isSquare, isTranspose, type Store } from '@matrix-derive/core'
import { inverse, inverseOperator, kron, kronOperator } from '@matrix-derive/operators'

/** The factors of a Kronecker product, of its transpose or of its inverse, by name or not; undefined for anything else. */
export function kronBlocks(store: Store, written: Expression): readonly Expression[] | undefined {
  const x = definitionOf(written)
  if (x.operator === kronOperator) return x.operands
  if (isTranspose(x)) return kronBlocks(store, x.operands[0])?.map(block => flip(store, block))
  if (x.operator !== inverseOperator) return undefined
  const blocks = kronBlocks(store, x.operands[0])
  return blocks?.every(({ shape }) => isSquare(shape)) ? blocks.map(block => inverse(store, block)) : undefined
}

/** A⊗B⊗C as A⊗(B⊗C) and (A⊗B)⊗C: a Kronecker product as one of two, in every way. */
export function* twoBlocks(store: Store, blocks: readonly Expression[]): Iterable<readonly [Expression, Expression]> {
  for (let before = 1; before < blocks.length; before++)
    yield [kron(store, ...blocks.slice(0, before)), kron(store, ...blocks.slice(before))]
}
