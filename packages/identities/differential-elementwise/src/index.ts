import { defineIdentity, differential, elementwiseDerivative, hadamard } from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * Every entry of the result depends on one entry of X. The scalar derivative is what the operator states about
 * itself.
 */
export default defineIdentity(manifest, {
  phase: 'differential',
  on: 'elementwise',
  statement: "d(sigma(X)) = sigma'(X) .* d(X)",
  where: { sigma: 'elementwise', X: 'matrix(m,n)' },
  title: "entry by entry: d(sigma(X)) = sigma'(X) ∘ dX (19)",
  source: 'Matrix calculus via differentials, eq. (19)',
  apply: (node, { store, assume }) => {
    const [application] = node.operands
    const [x] = application.operands
    const slope = elementwiseDerivative(store, application, assume)
    return hadamard(store, slope, differential(store, x))
  },
})
