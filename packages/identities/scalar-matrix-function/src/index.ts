import { defineIdentity, expOperator, isScalar, logOperator, sqrtOperator } from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * A number is a 1×1 matrix, which commutes with everything.
 */
export default defineIdentity(manifest, {
  phase: 'prepare',
  on: ['expm', 'logm', 'sqrtm', 'chol'],
  statement: ['expm(a) = exp(a)', 'logm(b) = log(b)', 'sqrtm(b) = sqrt(b)', 'chol(b) = sqrt(b)'],
  where: { a: 'scalar', b: 'scalar positive' },
  title: 'of a number: the ordinary function',
  source: 'by definition',
  apply: ({ operator, operands: [x] }, { store, assume }) => {
    if (!isScalar(x.shape)) return undefined
    if (operator.name === 'expm') return store.apply(expOperator, [x])
    assume('positive', x)
    return store.apply(operator.name === 'logm' ? logOperator : sqrtOperator, [x])
  },
})
