import { defineIdentity } from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * With p = softmax(x): dp_i = p_i dx_i - p_i sum_j p_j dx_j.
 */
export default defineIdentity(manifest, {
  phase: 'differential',
  on: 'softmax',
  statement: [
    "d(softmax(x)) = (diag(softmax(x)) - softmax(x)*softmax(x)')*d(x)",
    "d(softmax(r)) = d(r)*(diag(softmax(r)') - softmax(r)'*softmax(r))",
  ],
  where: { x: 'vector(n)', r: 'rowvector(n)' },
  title: 'Jacobian of softmax: diag(p) - p*p′',
  source: 'Boyd and Vandenberghe, Convex Optimization, section 3.1.5',
})
