import {
  defineIdentity,
  type Factors,
  factorsOf,
  mergePowers,
  number,
  powerOperator,
  product,
  productOperator,
  type Store,
  underRoot,
  wholePowers,
} from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * With x^-1 this is cancelling, which needs x to be nonzero.
 */
export default defineIdentity(manifest, {
  phase: 'simplify',
  on: 'times',
  statement: [
    'x^a*x^b = x^(a + b)',
    'sqrt(x)*sqrt(x) -> x',
    'x/sqrt(x) -> sqrt(x)',
    "y*y'*y/(y'*y) -> y",
    "y'*y/norm2(y) -> norm2(y)",
  ],
  where: { x: 'scalar nonzero', a: 'scalar', b: 'scalar', y: 'vector(n) nonzero' },
  title: 'powers of one number are one power',
  source: 'by definition',
  apply: (node, { store, assume }) => {
    const parts = withNumbersApart(store, factorsOf(node))
    const merged = mergePowers(store, parts.scalars, powerOperator, productOperator)
    if (merged === undefined) return undefined
    for (const base of merged.cancelled) assume('nonzero', base)
    return product(store, [number(store, parts.coefficient), ...merged.factors, ...parts.chain, ...parts.differentials])
  },
})

/** The factors with what is a number in the chain among the scalars, where it divides as well: x'*x in x*x'*x/(x'*x). */
function withNumbersApart(store: Store, parts: Factors): Factors {
  const { scalars, chain } = parts
  for (const { base } of wholePowers(store, scalars)) {
    const run = factorsOf(underRoot(store, base) ?? base).chain
    if (run.length < 2) continue
    const at = chain.findIndex((_, i) => run.every((factor, k) => factor === chain[i + k]))
    if (at === -1) continue
    const others = chain.toSpliced(at, run.length)
    return { ...parts, scalars: [...scalars, product(store, run)], chain: others }
  }
  return parts
}
