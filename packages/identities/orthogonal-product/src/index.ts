import { defineIdentity, eye, Fact, factorsOf, flip, frontOf, has, product } from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * That is what orthogonal means.
 */
export default defineIdentity(manifest, {
  phase: 'simplify',
  on: 'times',
  statement: ["Q'*Q -> eye(n)", "Q*Q' -> eye(n)"],
  where: { Q: 'matrix(n) orthogonal' },
  title: "orthogonal: Q'Q = I",
  source: 'by definition',
  apply: (node, { store }) => {
    const parts = factorsOf(node)
    const { chain } = parts
    const at = chain.findIndex(
      (factor, i) => has(factor.facts, Fact.orthogonal) && chain[i + 1] === flip(store, factor),
    )
    if (at < 0) return undefined
    const left = chain.toSpliced(at, 2, eye(store, chain[at].shape.rows))
    return product(store, [...frontOf(store, parts), ...left])
  },
})
