import {
  assumePowerRule,
  defineIdentity,
  differential,
  type Expression,
  isScalar,
  logOperator,
  minusOne,
  number,
  power,
  product,
  sum,
} from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * The ordinary power rule. Where the exponent changes, x^y = exp(y log x), for positive x.
 */
export default defineIdentity(manifest, {
  phase: 'differential',
  on: 'power',
  statement: ['d(x^a) = a*x^(a - 1)*d(x)', 'd(a^x) = a^x*log(a)*d(x)'],
  where: { x: 'scalar', a: 'constant scalar' },
  title: 'power rule (1)',
  source: 'Matrix calculus via differentials, eq. (1)',
  apply: (node, context) => {
    const { store, depends, assume } = context
    const [power_] = node.operands
    const [base, exponent] = power_.operands
    if (!isScalar(base.shape)) return undefined
    const terms: Expression[] = []
    if (depends(base)) {
      const lowered = sum(store, [exponent, number(store, minusOne)])
      assumePowerRule(base, exponent, 'nonzero', context)
      terms.push(product(store, [exponent, power(store, base, lowered), differential(store, base)]))
    }
    if (depends(exponent)) {
      assume('positive', base)
      terms.push(product(store, [power_, store.apply(logOperator, [base]), differential(store, exponent)]))
    }
    return sum(store, terms)
  },
})
