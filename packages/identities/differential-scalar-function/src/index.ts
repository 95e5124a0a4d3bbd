import { defineIdentity, differential, elementwiseDerivative, product } from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * The chain rule of school: dy = (dy/dx) dx. The derivative is what the operator states about itself.
 */
export default defineIdentity(manifest, {
  phase: 'differential',
  on: 'scalar function',
  statement: "d(phi(x)) = phi'(x)*d(x)",
  where: { phi: 'elementwise', x: 'scalar' },
  title: 'derivative of a scalar function (1)',
  source: 'Matrix calculus via differentials, eq. (1)',
  apply: (node, { store, assume }) => {
    const [application] = node.operands
    const [x] = application.operands
    return product(store, [elementwiseDerivative(store, application, assume), differential(store, x)])
  },
})
