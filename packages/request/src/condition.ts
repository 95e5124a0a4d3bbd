import { type Condition, demandOf, isIndex, isScalar, reachable } from '@matrix-derive/core'
import type { Writing } from './writing.ts'

const phrases: Readonly<Record<string, string>> = {
  'full-rank': 'has full rank',
  'constant-rank': 'has constant rank',
  'without eigenvalues on the closed negative real axis': 'has no eigenvalue on the closed negative real axis',
}

/**
 * A condition as a sentence: `X is invertible`, and `det(X) > 0` for one that an elementwise operator states of
 * its argument x.
 */
export function sentenceOf(condition: Condition, writing: Writing): string {
  const { subject, predicate } = partsOf(condition, writing)
  return `${subject} ${predicate}`
}

const signs = { '<>': '≠', '<': '<', '>': '>', '>=': '≥' } as const

/** The formula that a condition is about, and what it says of it. */
export function partsOf(condition: Condition, writing: Writing): { subject: string; predicate: string } {
  const { predicate, expression } = condition
  const subject = writing.expression(expression)
  const demand = demandOf(condition)
  const every = everyTerm(condition)
  if (demand === undefined) return { subject, predicate: `${phrases[predicate] ?? `is ${predicate}`}${every}` }
  const { of, relation, bound, almostEverywhere } = demand
  const entrywise = isScalar(expression.shape) ? '' : ' in every entry'
  const where = almostEverywhere ? ' (the derivative exists almost everywhere)' : ''
  return {
    subject: of === undefined ? subject : writing.apply(of, subject),
    predicate: `${signs[relation]} ${bound}${entrywise}${every}${where}`,
  }
}

/** What is said of a term of a sum is said of all of them. */
function everyTerm({ expression, every = [] }: Condition): string {
  const indices = reachable([expression]).filter(node => isIndex(node) && (node.free & expression.free) !== 0)
  const names = [...indices, ...every].map(({ data }) => data!.name)
  return names.length === 0 ? '' : ` for every ${names.join(' and ')}`
}
