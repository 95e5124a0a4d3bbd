import { type Condition, isScalar } from '@matrix-derive/core'
import type { Writing } from './writing.ts'

const phrases: Readonly<Record<string, string>> = {
  'full-rank': 'has full rank',
  nonnegative: 'is not negative',
  'nonzero entries': 'has no entry 0',
}

/**
 * A condition as a sentence: `X is invertible`, and `det(X) > 0` for one that an elementwise operator states of
 * its argument x.
 */
export function sentenceOf(condition: Condition, writing: Writing): string {
  const { subject, predicate } = partsOf(condition, writing)
  return `${subject} ${predicate}`
}

/** `x > 0`, `abs(x) < 1`: what an operator demands of its argument. */
const relation = /^(?:(\w+)\(x\)|x) (<>|<|>) (.+)$/

/** The formula that a condition is about, and what it says of it. */
export function partsOf(
  { predicate, expression }: Condition,
  writing: Writing,
): { subject: string; predicate: string } {
  const subject = writing.expression(expression)
  const found = relation.exec(predicate)
  if (found === null) return { subject, predicate: phrases[predicate] ?? `is ${predicate}` }
  const [, name, sign, bound] = found
  const entrywise = isScalar(expression.shape) ? '' : ' in every entry'
  return {
    subject: name === undefined ? subject : writing.apply(name, subject),
    predicate: `${sign.replace('<>', '≠')} ${bound}${entrywise}`,
  }
}
