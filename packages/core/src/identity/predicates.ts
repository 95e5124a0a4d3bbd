import type { Expression } from '../expression/expression.ts'
import { Fact, has } from '../expression/facts.ts'
import { holdsDifferential } from '../expression/linear.ts'
import { isMember } from '../expression/series.ts'
import { kindOf } from '../expression/shape.ts'
import { isNamed, isSymbol } from '../expression/symbols.ts'
import type { RewriteContext } from './identity.ts'

/** A side condition of an identity, by name: whether the expression may stand for the metavariable. */
export type Predicate = (expression: Expression, context: RewriteContext) => boolean

const known =
  (fact: number): Predicate =>
  expression =>
    has(expression.facts, fact)

/** A condition that cannot be read off an expression: it is recorded, and the reader is told. */
const assumed =
  (predicate: string): Predicate =>
  (expression, context) => {
    context.assume(predicate, expression)
    return true
  }

/** The words for conditions that are assumed. */
export const assumptions: ReadonlySet<string> = new Set([
  'invertible',
  'nonzero',
  'positive',
  'nonnegative',
  'full-rank',
  'constant-rank',
])

/** Every word that may follow a kind in the `where` of an identity. */
export const predicates: Readonly<Record<string, Predicate>> = {
  constant: (expression, context) => !context.depends(expression),
  dependent: (expression, context) => context.depends(expression),
  differential: expression => holdsDifferential(expression),
  symmetric: known(Fact.symmetric),
  skew: known(Fact.skew),
  diagonal: known(Fact.diagonal),
  orthogonal: known(Fact.orthogonal),
  lower: known(Fact.lower),
  upper: known(Fact.upper),
  integer: known(Fact.integer),
  spd: known(Fact.positiveDefinite),
  leaf: expression => isSymbol(expression) || isNamed(expression) || isMember(expression),
  column: expression => kindOf(expression.shape) === 'vector',
  ...Object.fromEntries([...assumptions].map(word => [word, assumed(word)])),
}
