import {
  differential,
  type Expression,
  Fact,
  has,
  isScalar,
  number,
  product,
  rational,
  type Shape,
  type Store,
  sum,
  symbol,
  transpose,
  unit,
} from '@matrix-derive/core'
import { hadamard } from '@matrix-derive/operators'

/**
 * What may stand where the statement has a metavariable. A law about A must hold for products, sums, multiples and
 * transposes, and an `apply` that looks at factors or terms sees other ones in each.
 */
export const forms = ['plain', 'product', 'right product', 'scaled', 'sum', 'transposed', 'entrywise'] as const
export type Form = (typeof forms)[number]

/** A new symbol named after the metavariable. */
type Part = (suffix: string, shape: Shape) => Expression

/** The expression of that form for the metavariable; `held` puts a d(.) into it, where a line would have one. */
export function fill(store: Store, form: Form, metavariable: Expression, shape: Shape, held: boolean): Expression {
  const name = metavariable.data!.name!
  const part: Part = (suffix, partShape) => symbol(store, name + suffix, partShape)
  const hold = (x: Expression) => (held ? differential(store, x) : x)
  if (form === 'plain') return hold(symbol(store, name, shape, metavariable.facts))
  // An exponent: what an identity does with powers, it does with numbers.
  if (has(metavariable.facts, Fact.integer)) return number(store, rational(3))
  return isScalar(shape)
    ? fillScalar(store, form, part, hold)
    : fillMatrix(store, form, part, hold, shape, () => symbol(store, name, shape, metavariable.facts))
}

type Hold = (x: Expression) => Expression

function fillMatrix(
  store: Store,
  form: Form,
  part: Part,
  hold: Hold,
  { rows, cols }: Shape,
  whole: () => Expression,
): Expression {
  const shape = { rows, cols }
  const inner = cols === unit ? rows : cols
  const left = () => part('_1', { rows, cols: inner })
  const right = () => part('_2', { rows: inner, cols })
  switch (form) {
    case 'product':
      return product(store, [hold(left()), right()])
    case 'right product':
      return product(store, [left(), hold(right())])
    case 'scaled':
      return product(store, [number(store, rational(-2)), part('_s', { rows: unit, cols: unit }), hold(whole())])
    case 'sum':
      return sum(store, [hold(part('_1', shape)), hold(part('_2', shape))])
    case 'transposed':
      return transpose(store, hold(part('_t', { rows: cols, cols: rows })))
    case 'entrywise':
      return hadamard(store, part('_1', shape), hold(part('_2', shape)))
    default:
      return whole()
  }
}

/** Scalars that are products of vectors and matrices are where commuting is most tempting. */
function fillScalar(store: Store, form: Form, part: Part, hold: Hold): Expression {
  const scalar = { rows: unit, cols: unit }
  const size = 'k_'
  const row = (suffix: string) => part(suffix, { rows: unit, cols: size })
  const column = (suffix: string) => part(suffix, { rows: size, cols: unit })
  switch (form) {
    case 'product':
      return product(store, [row('_r'), hold(column('_c'))])
    case 'right product':
      return product(store, [transpose(store, hold(column('_1'))), column('_2')])
    case 'scaled':
      return product(store, [number(store, rational(3)), part('_s', scalar), hold(part('_1', scalar))])
    case 'sum':
      return sum(store, [hold(part('_1', scalar)), hold(part('_2', scalar))])
    case 'transposed':
      return product(store, [row('_r'), hold(part('_m', { rows: size, cols: size })), column('_c')])
    default:
      return number(store, rational(part('_1', scalar).id + 4, 3))
  }
}
