import {
  commutationOperator,
  defineIdentity,
  factorsOf,
  flip,
  frontOf,
  holdsDifferential,
  product,
  vec,
  vecOperator,
} from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * That is what it is made for.
 */
export default defineIdentity(manifest, {
  phase: 'simplify',
  on: 'times',
  statement: "commutation(m,n)*vec(X) -> vec(X')",
  where: { X: 'matrix(m,n)' },
  title: "K*vec(X) = vec(X')",
  source: 'Magnus and Neudecker, Matrix Differential Calculus, section 3.7',
  apply: (node, { store }) => {
    const parts = factorsOf(node)
    const at = parts.chain.findIndex((factor, i) => {
      const next = parts.chain[i + 1]
      return factor.operator === commutationOperator && next?.operator === vecOperator && !holdsDifferential(next)
    })
    if (at === -1) return undefined
    const stacked = vec(store, flip(store, parts.chain[at + 1].operands[0]))
    return product(store, [...frontOf(store, parts), ...parts.chain.toSpliced(at, 2, stacked)])
  },
})
