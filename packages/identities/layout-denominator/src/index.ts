import { defineLayout } from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * The layout of the gradient: a scalar by a vector is a column, a scalar by a matrix has the shape of the
 * matrix. Every derivative is the transpose of that in numerator layout.
 */
export default defineLayout(manifest, {
  title: 'denominator layout: the transpose',
  source: 'Wikipedia, Matrix calculus, section Layout conventions',
  aliases: ['gradient', 'hessian-formulation'],
  rows: {
    'scalar by vector': 'transpose',
    'vector by scalar': 'transpose',
    'vector by vector': 'transpose',
    'scalar by matrix': 'transpose',
    'matrix by scalar': 'transpose',
    other: 'transpose',
  },
})
