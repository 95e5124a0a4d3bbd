import {
  defineIdentity,
  type Expression,
  factorsOf,
  flip,
  isOne,
  isScalar,
  isTranspose,
  multiplyRational,
  norm2,
  number,
  numberOf,
  power,
  rational,
  type Store,
  sqrtOperator,
  traceOperator,
} from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * (x'*x)^(3/2) is norm2(x)^3 as well.
 */
export default defineIdentity(manifest, {
  phase: ['prepare', 'simplify'],
  on: ['sqrt', 'power'],
  statement: ["sqrt(x'*x) -> norm2(x)", "sqrt(tr(X'*X)) -> norm2(X)", "(x'*x)^(3/2) -> norm2(x)^3"],
  where: { x: 'vector(n)', X: 'matrix(m,n)' },
  title: '‖x‖ = √(x′x)',
  source: 'Matrix Cookbook (2012), eq. 524 and 537',
  apply: ({ operator, operands: [base, exponent] }, { store }) => {
    const x = squared(store, base)
    if (x === undefined) return undefined
    if (operator === sqrtOperator) return norm2(store, x)
    const value = numberOf(exponent)
    return value?.denominator === 2n
      ? power(store, norm2(store, x), number(store, multiplyRational(value, rational(2))))
      : undefined
  },
})

/** The x of x'*x, or of tr(X'*X); undefined for anything else. */
function squared(store: Store, base: Expression): Expression | undefined {
  if (!isScalar(base.shape)) return undefined
  const inner = base.operator === traceOperator ? base.operands[0] : base
  const { coefficient, scalars, chain, differentials } = factorsOf(inner)
  const isPlain = isOne(coefficient) && scalars.length === 0 && differentials.length === 0
  if (!isPlain || chain.length !== 2 || flip(store, chain[0]) !== chain[1]) return undefined
  return isTranspose(chain[1]) ? chain[0] : chain[1]
}
