import type { Expression } from '../expression/expression.ts'
import { Fact, has } from '../expression/facts.ts'
import { isScalar, isSquare } from '../expression/shape.ts'
import { throughNames, visitUpward } from '../expression/walk.ts'
import {
  anywhere,
  apartFromZero,
  between,
  both,
  type Interval,
  isNonnegative,
  isPositive,
  nonnegative,
  positive,
} from './interval.ts'

/** The sign of v'*X*v for all v other than 0: of a symmetric matrix whether it is positive definite or semidefinite. */
export type Form = 'positive' | 'nonnegative'

/**
 * What is certain of the value of an expression wherever it has one. What is not said is not known; nothing is ever said
 * to be false.
 */
export interface Certainty {
  /** Where every entry lies. */
  readonly entries: Interval
  /** Where those on the diagonal of a square matrix lie. */
  readonly diagonal: Interval
  readonly form: Form | undefined
  readonly invertible: boolean
  /** Whether some entry is not 0. */
  readonly nonvanishing: boolean
}

/** What an operator says of its result. */
export type PartialCertainty = { readonly [K in keyof Certainty]?: Certainty[K] | undefined }

/** What is certain of an expression below the one that is asked about. */
export type Certainties = (expression: Expression) => Certainty

/** The sum of forms of these signs. */
export function addedForms(forms: readonly (Form | undefined)[]): Form | undefined {
  if (forms.some(form => form === undefined)) return undefined
  return forms.includes('positive') ? 'positive' : 'nonnegative'
}

/**
 * What is certain of expressions, by what their operators say of what they are made of; each expression is asked once.
 * @param supposed what is taken for granted of some of them
 */
export function certainties(supposed: ReadonlyMap<Expression, PartialCertainty> = new Map()): Certainties {
  const known = new Map<Expression, Certainty>()
  const recall = (node: Expression) => known.get(node)!
  const visit = (node: Expression) => {
    const said = node.operator.certainty?.(node, recall) ?? {}
    known.set(node, completed(node, said, supposed.get(node) ?? {}))
  }
  return expression => {
    visitUpward(expression, node => known.has(node), visit, throughNames)
    return recall(expression)
  }
}

/** With what follows from each other, and from the structure. */
function completed(node: Expression, said: PartialCertainty, supposed: PartialCertainty): Certainty {
  const { shape, facts } = node
  let entries = both(said.entries ?? anywhere, supposed.entries ?? anywhere)
  let diagonal = both(both(said.diagonal ?? anywhere, supposed.diagonal ?? anywhere), entries)
  let form = [said.form, supposed.form].includes('positive') ? 'positive' : (said.form ?? supposed.form)
  let invertible = said.invertible === true || supposed.invertible === true
  const isApart = said.nonvanishing === true || supposed.nonvanishing === true
  if (has(facts, Fact.zero)) entries = between(0, 0)
  if (!isSquare(shape)) {
    const nonvanishing = isApart || entries.nonzero
    return { entries, diagonal: anywhere, form: undefined, invertible: false, nonvanishing }
  }
  if (has(facts, Fact.positiveDefinite)) form = 'positive'
  else if ((facts & (Fact.skew | Fact.zero)) !== 0) form ??= 'nonnegative'
  if (has(facts, Fact.skew)) diagonal = between(0, 0)
  if (has(facts, Fact.orthogonal)) {
    invertible = true
    entries = both(entries, between(-1, 1))
  }
  if (form !== undefined) diagonal = both(diagonal, form === 'positive' ? positive : nonnegative)
  if (isScalar(shape) || has(facts, Fact.diagonal)) {
    if (isPositive(diagonal)) form = 'positive'
    else if (isNonnegative(diagonal)) form ??= 'nonnegative'
  }
  if ((facts & (Fact.lower | Fact.upper)) !== 0 && diagonal.nonzero) invertible = true
  if (form === 'positive') invertible = true
  if (isScalar(shape)) {
    entries = both(entries, diagonal)
    if (invertible || isApart) entries = apartFromZero(entries)
    return { entries, diagonal: entries, form, invertible: entries.nonzero, nonvanishing: entries.nonzero }
  }
  return { entries, diagonal, form, invertible, nonvanishing: isApart || invertible || diagonal.nonzero }
}
