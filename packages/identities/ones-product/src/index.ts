import {
  defineIdentity,
  factorsOf,
  frontOf,
  holdsDifferential,
  isOnes,
  ones,
  product,
  size,
} from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * Every entry is a sum of k ones.
 */
export default defineIdentity(manifest, {
  phase: 'simplify',
  on: 'times',
  statement: 'ones(m,k)*ones(k,n) = k*ones(m,n)',
  where: {},
  title: 'so many products of ones',
  source: 'Matrix Cookbook (2012), section 9.7',
  apply: (node, { store }) => {
    if (holdsDifferential(node)) return undefined
    const parts = factorsOf(node)
    const { chain } = parts
    const at = chain.findIndex((factor, i) => i + 1 < chain.length && isOnes(factor) && isOnes(chain[i + 1]))
    if (at === -1) return undefined
    const [left, right] = [chain[at].shape, chain[at + 1].shape]
    const merged = ones(store, { rows: left.rows, cols: right.cols })
    return product(store, [...frontOf(store, parts), size(store, left.cols), ...chain.toSpliced(at, 2, merged)])
  },
})
