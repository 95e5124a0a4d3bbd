import { differential, type Expression, kindOf, product, type Store, trace, vec } from '@matrix-derive/core'

/** The equation that says that this is the derivative of f by x in numerator layout. */
export function reproduction(
  store: Store,
  f: Expression,
  derivative: Expression,
  x: Expression,
): { readonly left: Expression; readonly right: Expression } {
  const [df, dx] = [differential(store, f), differential(store, x)]
  const [of, by] = [kindOf(f.shape), kindOf(x.shape)]
  if (of === 'scalar' && by === 'matrix') return { left: df, right: trace(store, product(store, [derivative, dx])) }
  if (by === 'scalar' && of === 'matrix') return { left: df, right: product(store, [derivative, dx]) }
  const column = (y: Expression, kind: string) => (kind === 'scalar' || kind === 'vector' ? y : vec(store, y))
  return { left: column(df, of), right: product(store, [derivative, column(dx, by)]) }
}
