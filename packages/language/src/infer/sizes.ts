import { type Dimension, fail, isInteger, multiplyDimensions, triangularDimension, unit } from '@matrix-derive/core'
import type { Syntax } from '../text/syntax.ts'
import { failTooLarge, isTooLarge } from './constraint.ts'

/** The dimension that an argument of eye(..), ones(..) and the like is. @throws `syntax` */
export function sizeOf(syntax: Syntax): Dimension {
  if (syntax.kind === 'name') return syntax.name
  if (syntax.kind === 'number' && isInteger(syntax.value) && syntax.value.numerator > 0n) {
    const text = `${syntax.value.numerator}`
    if (text.length < 10) return text
  }
  if (syntax.kind === 'product' && syntax.factors.every(({ sign }) => sign === '*')) {
    let size: Dimension = unit
    for (const { factor } of syntax.factors) {
      if (factor.kind === 'product') return failAtSize(factor)
      size = multiplyDimensions(size, sizeOf(factor))
      if (isTooLarge(size)) failTooLarge(syntax.span)
    }
    return size
  }
  if (syntax.kind === 'call' && syntax.name === 'tri' && syntax.operands.length === 1) {
    return triangularDimension(sizeOf(syntax.operands[0]))
  }
  return failAtSize(syntax)
}

function failAtSize({ span }: Syntax): never {
  return fail('syntax', 'Expected a size: a positive integer, a name, tri(n) or a product of these.', { span })
}
