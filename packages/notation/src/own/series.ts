import { type Dimension, dimensionParts, isScalar, Precedence, rational, unit } from '@matrix-derive/core'
import type { Write } from '../page.ts'
import { type Piece, piece } from '../piece.ts'
import { rationalPiece, type Style, wrap } from '../style.ts'

/** sum(i in 1..N, term); in the styles for people the term stands behind the sign, in brackets where it is a sum itself. */
export const writeSeries: Write = ({ style, of }, { operands: [index, limit, term] }) => {
  const inside = of(term)
  return style.series(of(index), of(limit), style.column === 'text' ? inside : wrap(style, inside, Precedence.product))
}

/** y, or of a family of intermediates h[i]. */
export const writeName: Write = ({ style, of }, { operands: [first, ...others], data }) => {
  const name = data!.name!
  if (first === undefined) return style.symbol(name)
  return others.reduce((family, index) => style.member(family, of(index)), style.member(name, of(first)))
}

/** A name; of a family that is not of numbers all its members. */
export const writeSymbol: Write = ({ style }, { data }) => {
  const { name, member } = data!
  if (member === undefined || isScalar(member.shape)) return style.symbol(name!)
  const at = (count: Dimension) => style.member(name!, dimensionPiece(style, count))
  return style.members(at(unit), at(member.count), member.shape.rows === unit)
}

/** A size as a number of a member. */
function dimensionPiece(style: Style, count: Dimension): Piece {
  const { factor, names } = dimensionParts(count)
  const factors = names.map(style.symbol)
  if (factor !== 1 || factors.length === 0) factors.unshift(rationalPiece(style, rational(factor)))
  return factors.length === 1 ? factors[0] : piece(style.product(factors), Precedence.product)
}

/** x[i], and for people xᵢ. */
export const writeMember: Write = ({ style, of }, { operands: [family, index] }) =>
  style.member(family.data?.name ?? wrap(style, of(family), Precedence.atom), of(index))
