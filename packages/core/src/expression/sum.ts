import { addedForms } from '../certainty/certainty.ts'
import { plus } from '../certainty/interval.ts'
import { fail } from '../error.ts'
import { isZeroExpression, number, numberOf, zeros } from './constants.ts'
import type { Expression } from './expression.ts'
import { Fact } from './facts.ts'
import { defineOperator } from './operator.ts'
import { addRational, isZero, type Rational } from './rational.ts'
import { sameShape, shapeToText } from './shape.ts'
import type { Store } from './store.ts'

/** What all terms have in common, a sum has too; and positive definite plus positive definite stays so. */
const sharedByTerms =
  Fact.symmetric | Fact.skew | Fact.diagonal | Fact.lower | Fact.upper | Fact.positiveDefinite | Fact.integer

/**
 * The n-ary sum. Its normal form is representation, no law: nested sums are one sum, numbers are added up,
 * zeros left out; the order of the terms stays as written.
 */
export const sumOperator = defineOperator({
  name: 'plus',
  summary: 'the sum of terms of one shape',
  shape: ([first, ...rest]) => {
    for (const term of rest) {
      if (sameShape(first.shape, term.shape)) continue
      fail(
        'shape-mismatch',
        `Expected terms of one shape, received ${shapeToText(first.shape)} and ${shapeToText(term.shape)}.`,
      )
    }
    return first.shape
  },
  facts: terms => {
    let shared: number = sharedByTerms
    let differential = 0
    for (const { facts } of terms) {
      shared &= facts
      differential |= facts & Fact.differential
    }
    return shared | differential | (mirrored(terms) ? Fact.symmetric : Fact.none)
  },
  notation: { form: 'own' },
  linear: 'all',
  associative: true,
  commutative: true,
  certainty: ({ operands }, known) => {
    const terms = operands.map(known)
    return {
      entries: terms.map(({ entries }) => entries).reduce(plus),
      diagonal: terms.map(({ diagonal }) => diagonal).reduce(plus),
      form: addedForms(terms.map(({ form }) => form)),
    }
  },
  evaluate: (algebra, terms) => terms.reduce((total, term) => algebra.add(total, term)),
  build: (store, terms) => sum(store, terms),
})

/** Only short sums are looked at: the look compares all pairs. */
const longestMirror = 8

/** Whether every term has its transpose in the sum, as often as itself: A + A' is symmetric, A + A' + A' is not. */
function mirrored(terms: readonly Expression[]): boolean {
  if (terms.length > longestMirror) return false
  const isTransposeOf = (x: Expression, y: Expression) => x.operator.name === 'transpose' && x.operands[0] === y
  return terms.every(term => {
    if ((term.facts & Fact.symmetric) !== 0) return true
    const same = terms.filter(other => other === term)
    const transposes = terms.filter(other => isTransposeOf(term, other) || isTransposeOf(other, term))
    return same.length === transposes.length
  })
}

/** The sum of the terms. @throws `shape-mismatch` */
export function sum(store: Store, terms: readonly Expression[]): Expression {
  const flat: Expression[] = []
  let constant: Rational | undefined
  let constantAt = 0
  const add = (term: Expression) => {
    const value = numberOf(term)
    if (value !== undefined) {
      if (constant === undefined) constantAt = flat.length
      constant = constant === undefined ? value : addRational(constant, value)
    } else if (!isZeroExpression(term)) flat.push(term)
  }
  for (const term of terms) {
    if (term.operator === sumOperator) term.operands.forEach(add)
    else add(term)
  }
  if (constant !== undefined && !isZero(constant)) flat.splice(constantAt, 0, number(store, constant))
  if (flat.length === 0) return zeros(store, terms[0].shape)
  return flat.length === 1 ? flat[0] : store.intern(sumOperator, flat)
}

/** The terms of a sum; any other expression is its own only term. */
export function termsOf(expression: Expression): readonly Expression[] {
  return expression.operator === sumOperator ? expression.operands : [expression]
}
