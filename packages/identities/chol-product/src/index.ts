import { choleskyOperator, defineIdentity, factorsOf, flip, frontOf, product } from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * That is what the factor is. Where it has one, a matrix is positive definite, whether that is known or not.
 */
export default defineIdentity(manifest, {
  phase: 'simplify',
  on: 'times',
  statement: "chol(S)*chol(S)' -> S",
  where: { S: 'spd(n)' },
  title: "chol(S)*chol(S)' = S",
  source: 'by definition',
  apply: (node, { store }) => {
    const parts = factorsOf(node)
    const { chain } = parts
    const at = chain.findIndex(
      (factor, i) => factor.operator === choleskyOperator && chain[i + 1] === flip(store, factor),
    )
    if (at === -1) return undefined
    return product(store, [...frontOf(store, parts), ...chain.toSpliced(at, 2, chain[at].operands[0])])
  },
})
