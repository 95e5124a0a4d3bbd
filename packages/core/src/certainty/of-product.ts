import { unit } from '../expression/dimension.ts'
import type { Expression } from '../expression/expression.ts'
import { Fact, has } from '../expression/facts.ts'
import { isScalar, isSquare } from '../expression/shape.ts'
import type { Certainties, Form, PartialCertainty } from './certainty.ts'
import {
  anywhere,
  between,
  type Interval,
  isNonnegative,
  isPositive,
  nonnegative,
  positive,
  raised,
  repeated,
  times,
} from './interval.ts'

/** What is certain of a product of scalars, and of matrices in a chain. */
export function certaintyOfProduct({ operands }: Expression, known: Certainties): PartialCertainty {
  const scale = productOf(
    operands.filter(({ shape }) => isScalar(shape)),
    factor => known(factor).entries,
  )
  const chain = operands.filter(({ shape }) => !isScalar(shape))
  if (chain.length === 0) return { entries: scale }
  const form = formOfChain(chain, known)
  const sign = form === undefined ? anywhere : form === 'positive' ? positive : nonnegative
  const isNumber = chain[0].shape.rows === unit && chain[chain.length - 1].shape.cols === unit
  const only = chain.length === 1 ? known(chain[0]) : undefined
  return {
    entries: times(scale, isNumber && form !== undefined ? sign : entriesOfChain(chain, known)),
    diagonal: times(scale, only?.diagonal ?? sign),
    form: scaledForm(form, scale),
    invertible: scale.nonzero && chain.every(factor => isSquare(factor.shape) && known(factor).invertible),
    nonvanishing: scale.nonzero && only?.nonvanishing === true,
  }
}

/** Where a product of numbers lies; a factor that stands there an even number of times is a square. */
export function productOf(factors: readonly Expression[], where: (factor: Expression) => Interval): Interval {
  const counts = new Map<Expression, bigint>()
  for (const factor of factors) counts.set(factor, (counts.get(factor) ?? 0n) + 1n)
  return [...counts].reduce((all, [factor, count]) => times(all, raised(where(factor), count)), between(1, 1))
}

function scaledForm(form: Form | undefined, scale: Interval): Form | undefined {
  if (form === undefined || !isNonnegative(scale)) return undefined
  return isPositive(scale) ? form : 'nonnegative'
}

function entriesOfChain(chain: readonly Expression[], known: Certainties): Interval {
  return chain.slice(1).reduce((all, factor) => {
    const products = times(all, known(factor).entries)
    return factor.shape.rows === unit ? products : repeated(products)
  }, known(chain[0]).entries)
}

/** v'*B'*M*B*v is the form of M at B*v, which is 0 for v other than 0 unless B is injective; without M it is a square. */
function formOfChain(chain: readonly Expression[], known: Certainties): Form | undefined {
  const half = Math.floor(chain.length / 2)
  const [left, right] = [chain.slice(0, half), chain.slice(chain.length - half)]
  if (!right.every((factor, i) => areTransposed(left[half - 1 - i], factor))) return undefined
  const middle = chain.length % 2 === 0 ? 'positive' : known(chain[half]).form
  return middle === 'positive' && !right.every(factor => isInjective(factor, known)) ? 'nonnegative' : middle
}

// By name: the transpose is defined on top of the product.
const isTransposeOf = (x: Expression, y: Expression) => x.operator.name === 'transpose' && x.operands[0] === y

function areTransposed(a: Expression, b: Expression): boolean {
  return (a === b && has(a.facts, Fact.symmetric)) || isTransposeOf(a, b) || isTransposeOf(b, a)
}

function isInjective(factor: Expression, known: Certainties): boolean {
  const { invertible, nonvanishing } = known(factor)
  return isSquare(factor.shape) ? invertible : factor.shape.cols === unit && nonvanishing
}
