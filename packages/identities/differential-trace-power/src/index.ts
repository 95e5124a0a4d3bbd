import {
  defineIdentity,
  differential,
  minusOne,
  number,
  power,
  powerOperator,
  product,
  sum,
  trace,
} from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * The product rule gives k terms, and under the trace they are all equal because factors turn. The exponent of a number
 * may change as well; then this is not the whole of it.
 */
export default defineIdentity(manifest, {
  phase: 'differential',
  on: 'tr',
  statement: 'd(tr(X^k)) = k*tr(X^(k - 1)*d(X))',
  where: { X: 'matrix(n)', k: 'integer' },
  title: 'under the trace X^k differentiates like a scalar',
  source: 'Wikipedia, Matrix calculus, row SM23; Matrix Cookbook (2012), eq. 121',
  apply: (node, { store, depends }) => {
    const [raised] = node.operands[0].operands
    if (raised.operator !== powerOperator) return undefined
    const [base, exponent] = raised.operands
    if (depends(exponent)) return undefined
    const lowered = power(store, base, sum(store, [exponent, number(store, minusOne)]))
    return product(store, [exponent, trace(store, product(store, [lowered, differential(store, base)]))])
  },
})
