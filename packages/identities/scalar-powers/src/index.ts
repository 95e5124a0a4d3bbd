import {
  defineIdentity,
  factorsOf,
  mergePowers,
  number,
  powerOperator,
  product,
  productOperator,
} from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * With x^-1 this is cancelling, which needs x to be nonzero.
 */
export default defineIdentity(manifest, {
  phase: 'simplify',
  on: 'times',
  statement: ['x^a*x^b = x^(a + b)', 'sqrt(x)*sqrt(x) -> x', 'x/sqrt(x) -> sqrt(x)'],
  where: { x: 'scalar nonzero', a: 'scalar', b: 'scalar' },
  title: 'powers of one number are one power',
  source: 'by definition',
  apply: (node, { store, assume }) => {
    const parts = factorsOf(node)
    const merged = mergePowers(store, parts.scalars, powerOperator, productOperator)
    if (merged === undefined) return undefined
    for (const base of merged.cancelled) assume('nonzero', base)
    return product(store, [number(store, parts.coefficient), ...merged.factors, ...parts.chain, ...parts.differentials])
  },
})
