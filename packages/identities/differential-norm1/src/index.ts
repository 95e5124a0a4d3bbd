import { defineIdentity, differential, entrySum, hadamard, signOperator } from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * Holds where no entry is 0.
 */
export default defineIdentity(manifest, {
  phase: 'differential',
  on: 'norm1',
  statement: 'd(norm1(X)) = sum(sign(X) .* d(X))',
  where: { X: 'matrix(m,n) nonzero' },
  title: '|x| has slope sign(x), entry by entry (19)',
  source: 'Matrix calculus via differentials, eq. (19)',
  apply: (node, { store, assume }) => {
    const [x] = node.operands[0].operands
    assume('nonzero entries, almost everywhere', x)
    return entrySum(store, hadamard(store, store.apply(signOperator, [x]), differential(store, x)))
  },
})
