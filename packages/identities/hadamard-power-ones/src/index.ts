import { defineIdentity, isOnes } from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * Whatever the exponent.
 */
export default defineIdentity(manifest, {
  phase: 'simplify',
  on: 'hadamard-power',
  statement: 'ones(m,n).^a -> ones(m,n)',
  where: { a: 'scalar' },
  title: 'every power of 1 is 1',
  source: 'by definition',
  apply: ({ operands: [base] }) => (isOnes(base) ? base : undefined),
})
