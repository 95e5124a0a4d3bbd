import type { Expression } from '../expression/expression.ts'
import { Fact, has } from '../expression/facts.ts'
import { isMatrix, isScalar } from '../expression/shape.ts'
import type { Condition } from '../identity/identity.ts'
import type { Certainty, PartialCertainty } from './certainty.ts'
import { anywhere, apartFromZero, type Interval, isNonnegative, isPositive, nonnegative, positive } from './interval.ts'

/** What a condition says of every entry x of its expression: f(x) in relation to a number. */
export interface Demand {
  /** The f; absent for x itself. */
  readonly of?: string
  readonly relation: '<>' | '<' | '>' | '>='
  readonly bound: string
  /** Whether only points without volume fail: a function that has a value there has no derivative. */
  readonly almostEverywhere: boolean
}

/** Words that say something of every entry. */
const entrywise: Readonly<Record<string, string>> = {
  positive: 'x > 0',
  nonnegative: 'x >= 0',
  'nonzero entries': 'x <> 0',
}

/** Words that for a number say less than for a matrix. */
const ofNumbers: Readonly<Record<string, string>> = { nonzero: 'x <> 0', invertible: 'x <> 0' }

const suffix = ', almost everywhere'
const pattern = /^(?:(\w+)\(x\)|x) (<>|<|>=|>) (\S+)$/

/** The condition as a demand on every entry, undefined where it speaks of the whole matrix. */
export function demandOf({ predicate, expression }: Condition): Demand | undefined {
  const almostEverywhere = predicate.endsWith(suffix)
  const word = almostEverywhere ? predicate.slice(0, -suffix.length) : predicate
  const text = entrywise[word] ?? (isScalar(expression.shape) ? ofNumbers[word] : undefined) ?? word
  const found = pattern.exec(text)
  if (found === null) return undefined
  const [, of, relation, bound] = found
  return { ...(of !== undefined && { of }), relation: relation as Demand['relation'], bound, almostEverywhere }
}

/** That the expression itself is other than 0, or more, at every point; undefined for a condition that says anything else. */
export function nonzeroDemand(condition: Condition): '<>' | '>' | undefined {
  const { of, relation, bound, almostEverywhere } = demandOf(condition) ?? {}
  if (of !== undefined || bound !== '0' || almostEverywhere) return undefined
  return relation === '<>' || relation === '>' ? relation : undefined
}

/** One spelling for conditions that say the same of their expression. */
export function canonicalPredicate(condition: Condition): string {
  const demand = demandOf(condition)
  return demand === undefined ? condition.predicate : `${demand.of ?? ''} ${demand.relation} ${demand.bound}`
}

/** What the condition, if it is taken for granted, says of its expression. */
export function supposedBy(condition: Condition): PartialCertainty {
  const demand = demandOf(condition)
  if (condition.predicate === 'positive definite') return { form: 'positive' }
  if (condition.predicate === 'invertible') return { invertible: true }
  if (condition.predicate === 'nonzero') return { nonvanishing: true }
  if (demand === undefined || demand.of !== undefined || demand.bound !== '0') return {}
  const entries = { '>': positive, '>=': nonnegative, '<>': apartFromZero(anywhere), '<': anywhere }[demand.relation]
  return { entries }
}

/**
 * Whether the condition holds, by what is certain of its expression.
 * @param applied what is certain of f of the expression, for an operator f by name
 */
export function isCertain(
  condition: Condition,
  known: (expression: Expression) => Certainty,
  applied: (name: string, expression: Expression) => Expression | undefined,
): boolean {
  const { predicate, expression } = condition
  const certain = known(expression)
  const demand = demandOf(condition)
  if (demand !== undefined) {
    const about = demand.of === undefined ? expression : applied(demand.of, expression)
    return about !== undefined && meets(known(about), demand)
  }
  switch (predicate) {
    case 'invertible':
    case 'constant-rank':
    case 'full-rank':
      return certain.invertible
    case 'nonzero':
      return certain.nonvanishing
    case 'positive definite':
      return certain.form === 'positive' && has(expression.facts, Fact.symmetric)
    // The eigenvalues of a matrix with v'Xv > 0 are in the right half plane.
    case 'without eigenvalues on the closed negative real axis':
      return certain.form === 'positive'
    default:
      return false
  }
}

/**
 * Whether a number or entries that are 0 wherever there is a value stand where the condition wants none, as those of a
 * triangular matrix do. One that speaks of almost every point leaves these out.
 */
export function isNeverMet(condition: Condition, known: (expression: Expression) => Certainty): boolean {
  if (nonzeroDemand(condition) === undefined) return false
  const { expression } = condition
  const { entries, diagonal } = known(expression)
  const isZero = ({ lower, upper }: Interval) => lower === 0 && upper === 0
  const hasZeros = isMatrix(expression.shape) && (expression.facts & (Fact.lower | Fact.upper)) !== 0
  return hasZeros || isZero(entries) || isZero(diagonal)
}

function meets({ entries }: Certainty, { relation, bound }: Demand): boolean {
  const { lower, upper, upperOpen } = entries
  const value = Number(bound)
  if (Number.isNaN(value)) return false
  if (relation === '<') return upper < value || (upper === value && upperOpen)
  if (value !== 0)
    return relation !== '<>' && (lower > value || (lower === value && (relation === '>=' || entries.lowerOpen)))
  if (relation === '<>') return entries.nonzero
  return relation === '>' ? isPositive(entries) : isNonnegative(entries)
}
