import { defineIdentity, Fact, factorsOf, flip, has, zeros } from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * x'Ax = (x'Ax)' = -x'Ax.
 */
export default defineIdentity(manifest, {
  phase: 'simplify',
  on: 'times',
  statement: "x'*A*x -> 0",
  where: { A: 'matrix(n) skew', x: 'vector(n)' },
  title: "skew: x'Ax = 0",
  source: 'Magnus and Neudecker, Matrix Differential Calculus, section 1.13',
  apply: (node, { store }) => {
    const { chain } = factorsOf(node)
    const vanishes = chain.some((factor, i) => {
      const [before, after] = [chain[i - 1], chain[i + 1]]
      if (!has(factor.facts, Fact.skew) || before === undefined || after === undefined) return false
      return after.shape.cols === '1' && before === flip(store, after)
    })
    return vanishes ? zeros(store, node.shape) : undefined
  },
})
