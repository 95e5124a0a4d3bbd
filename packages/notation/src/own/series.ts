import { Precedence } from '@matrix-derive/core'
import type { Write } from '../page.ts'
import { wrap } from '../style.ts'

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

/** x[i], and for people xᵢ. */
export const writeMember: Write = ({ style, of }, { operands: [family, index] }) =>
  style.member(family.data?.name ?? wrap(style, of(family), Precedence.atom), of(index))
