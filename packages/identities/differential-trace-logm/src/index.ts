import { defineIdentity, differential, inverse, matrixLogarithmOperator, product, trace } from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * tr(f(X)) is the sum of f over the eigenvalues, and changes by tr(f′(X) dX): here f′ = 1/x.
 */
export default defineIdentity(manifest, {
  phase: 'differential',
  on: 'tr',
  statement: 'd(tr(logm(X))) = tr(inv(X)*d(X))',
  where: { X: 'matrix(n)' },
  title: 'under the trace log differentiates like a scalar',
  source: 'Higham, Functions of Matrices, section 3.2',
  apply: (
    {
      operands: [
        {
          operands: [log],
        },
      ],
    },
    { store, assume },
  ) => {
    if (log.operator !== matrixLogarithmOperator) return undefined
    const [x] = log.operands
    assume('without eigenvalues on the closed negative real axis', x)
    return trace(store, product(store, [inverse(store, x), differential(store, x)]))
  },
})
