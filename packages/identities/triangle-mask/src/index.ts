import { defineIdentity, hadamard, holdsDifferential, isMatrix, ones } from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * The mask has ones in the triangle and zeros elsewhere. It takes a vector out of a triangle; for matrices the triangle
 * changes sides under a trace, or is stacked.
 */
export default defineIdentity(manifest, {
  phase: 'isolate',
  on: ['tril', 'triu'],
  statement: ['triu(x) = triu(ones(n,1)) .* x', 'tril(r) = tril(ones(1,n)) .* r'],
  where: { x: 'vector(n)', r: 'rowvector(n)' },
  title: 'a triangle is an entrywise product with a mask',
  source: 'by definition',
  apply: ({ operator, operands: [x] }, { store }) =>
    isMatrix(x.shape) || !holdsDifferential(x)
      ? undefined
      : hadamard(store, store.apply(operator, [ones(store, x.shape)]), x),
})
