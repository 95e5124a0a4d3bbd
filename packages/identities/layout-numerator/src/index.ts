import { defineLayout } from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * The layout of the Jacobian, in which derivations are made: a scalar by a vector is a row, a scalar by a matrix
 * has the shape of the transposed matrix.
 */
export default defineLayout(manifest, {
  title: 'numerator layout: as derived',
  source: 'Wikipedia, Matrix calculus, section Layout conventions',
  aliases: ['jacobian'],
  rows: {},
})
