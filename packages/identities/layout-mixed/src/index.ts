import { defineLayout } from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * A scalar by a vector or matrix has the shape of what it is derived by; everything else is as in numerator
 * layout.
 */
export default defineLayout(manifest, {
  title: 'mixed layout: gradients have the shape of the variable',
  source: 'Wikipedia, Matrix calculus, section Layout conventions',
  rows: { 'scalar by vector': 'transpose', 'scalar by matrix': 'transpose' },
})
