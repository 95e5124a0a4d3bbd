import {
  addRational,
  type Dimension,
  type Expression,
  Fact,
  fail,
  has,
  isIndex,
  isNegative,
  member,
  negateRational,
  number,
  numberOf,
  one,
  openIndex,
  type Rational,
  series,
  size,
  sum,
  termsOf,
  zero,
} from '@matrix-derive/core'
import type { Binder, Series } from '../infer/order.ts'
import type { Syntax } from '../text/syntax.ts'
import type { Builder } from './build.ts'

/** The index of a sum that is being built. */
export function buildIndex({ store, built, limits }: Builder, { depth, limit }: Binder): Expression {
  const index = openIndex(store, depth)
  limits.set(index, built[limit])
  return index
}

/** sum(i in 1..N, term). @throws `shape-mismatch`, `limit-exceeded` */
export function buildSeries(
  { store }: Builder,
  syntax: Series,
  depth: number,
  [limit, term]: readonly Expression[],
): Expression {
  if (!has(limit.facts, Fact.integer)) {
    fail('shape-mismatch', 'Expected an integer as the limit of a sum.', {
      span: syntax.to.span,
      suggestion: 'Write the name of a size, or declare the names in it as integers.',
    })
  }
  return series(store, openIndex(store, depth), limit, term, syntax.index)
}

/** x[at]. @throws `shape-mismatch` where the index may be no number of a member */
export function buildMember(builder: Builder, syntax: Syntax & { kind: 'element' }, at: Expression): Expression {
  const family = builder.names.get(syntax.name)!
  checkRange(builder, syntax, at, family.data!.member!.count)
  return member(builder.store, family, at)
}

/** An integer as a number added to something else. */
interface Shifted {
  readonly rest: readonly Expression[]
  readonly by: Rational
}

function shifted(integer: Expression): Shifted {
  const terms = termsOf(integer)
  const by = terms.reduce((total, term) => addRational(total, numberOf(term) ?? zero), zero)
  return { rest: terms.filter(term => numberOf(term) === undefined), by }
}

/** The index is from 1 to the count: where it is i + c, c is not negative and the limit of i is c less than the count. */
function checkRange(
  { store, limits }: Builder,
  { name, index, span }: Syntax & { kind: 'element' },
  at: Expression,
  count: Dimension,
): void {
  if (!has(at.facts, Fact.integer)) failAtIndex(index.span)
  const { rest, by } = shifted(at)
  const runs = rest.length === 1 && isIndex(rest[0])
  // Any integer that is declared may be the number of a member.
  if (at.free === 0 && rest.length > 0) return
  if (rest.length > 0 && !runs) failAtIndex(index.span)
  const limit = runs ? limits.get(rest[0])! : at
  if (!has(limit.facts, Fact.integer)) return
  const first = addRational(by, runs ? one : zero)
  const last = shifted(runs ? sum(store, [limit, number(store, by)]) : at)
  const all = shifted(size(store, count))
  // Whether a family of N has a third member shows once N is known.
  if (!runs && !isLess(first, one) && all.rest.length > 0) return
  const isComparable = last.rest.length === all.rest.length && last.rest.every(part => all.rest.includes(part))
  if (!isLess(first, one) && isComparable && !isLess(all.by, last.by)) return
  fail('shape-mismatch', `Expected an index from 1 to ${count}: so many members ${name} has.`, {
    span,
    suggestion: `Let the sum run up to ${count}, or declare ${name} with as many members as the sum has terms.`,
  })
}

function isLess(a: Rational, b: Rational): boolean {
  return isNegative(addRational(a, negateRational(b)))
}

function failAtIndex(span: Syntax['span']): never {
  return fail('unsupported', 'Expected an index such as i or i + 1.', { span })
}
