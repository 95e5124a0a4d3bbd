import {
  closeFacts,
  defineOperator,
  type Expression,
  Fact,
  has,
  inheritedFacts,
  isOneExpression,
  isScalar,
  isSquare,
  isZeroExpression,
  numberOf,
  Precedence,
  product,
  productOf,
  type Store,
  zeros,
} from '@matrix-derive/core'
import { power, raisedAgain, raisedTo } from './powers.ts'

/** Schur: the entrywise product of positive definite matrices is positive definite. */
const sharedByFactors = Fact.symmetric | Fact.positiveDefinite
/** One factor with zeros there is enough. */
const givenByOne = Fact.diagonal | Fact.lower | Fact.upper | Fact.zero

/**
 * The entrywise product. Its normal form is representation, no law: nested products are one, and on scalars it is
 * the ordinary product.
 */
export const hadamardOperator = defineOperator({
  name: 'hadamard',
  summary: 'the entrywise (Hadamard) product',
  signature: 'matrix(m,n)... -> matrix(m,n)',
  facts: factors => {
    let [all, any]: [number, number] = [sharedByFactors, 0]
    for (const { facts } of factors) {
      all &= facts
      any |= facts & givenByOne
    }
    const triangles = has(any, Fact.lower | Fact.upper) && isSquare(factors[0].shape) ? Fact.diagonal : 0
    return closeFacts(all | any | triangles) | inheritedFacts(factors)
  },
  certainty: ({ operands }, known) => ({
    entries: productOf(operands, factor => known(factor).entries),
    diagonal: productOf(operands, factor => known(factor).diagonal),
    // Schur again.
    form: operands.every(x => has(x.facts, Fact.symmetric) && known(x).form !== undefined) ? 'nonnegative' : undefined,
  }),
  notation: { form: 'infix', precedence: Precedence.product, text: '.*', unicode: '∘', latex: '\\odot' },
  linear: 'all',
  associative: true,
  commutative: true,
  evaluate: (algebra, factors) => factors.reduce((entries, factor) => algebra.hadamard(entries, factor)),
  build: (store, factors) => hadamard(store, ...factors),
})

/** The entrywise product of the factors. @throws `shape-mismatch` */
export function hadamard(store: Store, ...factors: readonly Expression[]): Expression {
  if (factors.length > 0 && factors.every(factor => isScalar(factor.shape))) return product(store, factors)
  const flat = factors.flatMap(factor => (factor.operator === hadamardOperator ? factor.operands : [factor]))
  if (flat.length === 1) return flat[0]
  const entrywise = store.intern(hadamardOperator, flat)
  return flat.some(isZeroExpression) ? zeros(store, entrywise.shape) : entrywise
}

/** X.^p: every entry to a scalar power; on a scalar the ordinary power. */
export const hadamardPowerOperator = defineOperator({
  name: 'hadamard-power',
  summary: 'every entry to a scalar power',
  signature: 'matrix(m,n), scalar -> matrix(m,n)',
  facts: operands => (operands[0].facts & Fact.symmetric) | inheritedFacts(operands),
  certainty: ({ operands: [x, exponent] }, known) => ({
    entries: raisedTo(exponent, known(x).entries),
    diagonal: raisedTo(exponent, known(x).diagonal),
  }),
  notation: { form: 'own' },
  evaluate: (algebra, [x, exponent]) => algebra.power(x, exponent),
  // The exponent 1 is not written; everything else of a wrong count is left for the signature to complain about.
  build: (store, operands) => {
    const [x, exponent] = operands
    if (operands.length !== 2) return store.intern(hadamardPowerOperator, operands)
    if (isScalar(x.shape)) return power(store, x, exponent)
    const value = numberOf(exponent)
    if (value === undefined) return store.intern(hadamardPowerOperator, operands)
    if (isOneExpression(exponent)) return x
    return raisedAgain(store, hadamardPowerOperator, x, value) ?? store.intern(hadamardPowerOperator, operands)
  },
})

export function hadamardPower(store: Store, x: Expression, exponent: Expression): Expression {
  return store.apply(hadamardPowerOperator, [x, exponent])
}
