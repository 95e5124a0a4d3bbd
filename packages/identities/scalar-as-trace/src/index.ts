import { cutAtDifferential, defineIdentity, isMatrix, isScalar, trace } from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * Lets the factors around a matrix differential turn round.
 */
export default defineIdentity(manifest, {
  phase: 'isolate',
  on: 'times',
  statement: 'a = tr(a)',
  where: { a: 'scalar' },
  title: 'a number is its own trace',
  source: 'Matrix calculus via differentials, section on the algebra of the examples',
  apply: (node, { store }) => {
    const cut = isScalar(node.shape) ? cutAtDifferential(store, node) : undefined
    return cut !== undefined && isMatrix(cut.hole.shape) ? trace(store, node) : undefined
  },
})
