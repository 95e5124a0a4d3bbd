import { between, either, repeated } from '../certainty/interval.ts'
import { fail } from '../error.ts'
import { levelAbove, levelFrom, levelOf, mostLevels } from './binding.ts'
import { isZeroExpression, number, numberOf, zeros } from './constants.ts'
import { type Dimension, dimensionParts, multiplyDimensions, triangularOf, unit } from './dimension.ts'
import type { Expression, Member } from './expression.ts'
import { Fact, has } from './facts.ts'
import { defineOperator } from './operator.ts'
import { product } from './product.ts'
import { isNegative, isZero, type Rational, rational } from './rational.ts'
import { isScalar, type Shape, scalarShape, shapeToText } from './shape.ts'
import type { Store } from './store.ts'
import { sum } from './sum.ts'
import { isSymbol, named, symbolOperator } from './symbols.ts'
import { reachable, throughNames } from './walk.ts'

const own = { form: 'own' } as const

/** The index of a sum: 1, 2, ... up to the sum's limit. */
export const indexOperator = defineOperator({
  name: 'index',
  summary: 'the index of a sum',
  shape: () => scalarShape,
  facts: () => Fact.integer,
  certainty: () => ({ entries: between(1, Infinity) }),
  notation: own,
  evaluate: (_algebra, _operands, node) => fail('value', `Expected ${node.data!.name} inside of its sum.`),
})

/** How large a dimension is, as a number: the N of `1..N` and of `1/N*sum(...)`. */
export const sizeOperator = defineOperator({
  name: 'size',
  summary: 'how large a dimension is',
  shape: () => scalarShape,
  facts: () => Fact.integer,
  certainty: () => ({ entries: between(1, Infinity) }),
  notation: own,
  evaluate: (algebra, _operands, node, size) => algebra.number(rational(size(node.data!.shape!.rows))),
  build: (store, _, data) => sizeAsNumber(store, data!.shape!.rows),
})

/** What every term has, the sum has; where there is a term, positive definite ones add up to one. */
const sharedByTerms = Fact.symmetric | Fact.skew | Fact.diagonal | Fact.lower | Fact.upper | Fact.integer

/**
 * `sum(i in 1..N, E)`: operands are the index, the limit and the term. The evaluator hands over the sum of the term's
 * values as the last operand. Its normal form is representation: indices are numbered (binding.ts), and a sum of zeros is zero.
 */
export const seriesOperator = defineOperator({
  name: 'series',
  summary: 'the sum of a term over an index',
  shape: ([, limit, term]) => {
    if (!isScalar(limit.shape) || !has(limit.facts, Fact.integer)) {
      fail('shape-mismatch', `Expected an integer as the limit of a sum, received ${shapeToText(limit.shape)}.`)
    }
    return term.shape
  },
  facts: ([, limit, term]) =>
    term.facts & (sharedByTerms | Fact.differential | (isPositive(limit) ? Fact.positiveDefinite : Fact.none)),
  notation: own,
  certainty: ({ operands: [, limit, term] }, known) => {
    const { entries, diagonal, form } = known(term)
    // Where there may be no term, the sum may be zero.
    const total = (x: typeof entries) => (isPositive(limit) ? repeated(x) : either(repeated(x), between(0, 0)))
    return {
      entries: total(entries),
      diagonal: total(diagonal),
      form: form === 'positive' && !isPositive(limit) ? 'nonnegative' : form,
    }
  },
  linear: [2],
  binds: true,
  evaluate: (_algebra, [, , total]) => total,
  build: (store, [index, limit, term], data) => series(store, index, limit, term, data?.name),
})

/**
 * `x[i]`: member i of a family, whose value is all of them; see {@link family}. Of any matrix it is the i-th of its rows, or
 * of its blocks of columns, as the shape says.
 */
export const memberOperator = defineOperator({
  name: 'member',
  summary: 'a member of a family',
  shape: (_, data) => data!.shape!,
  facts: ([family]) => (family.data?.member?.facts ?? Fact.none) | (family.facts & (Fact.differential | Fact.zero)),
  notation: own,
  evaluate: (algebra, [family, index], node, size) => {
    const [rows, cols] = [size(node.shape.rows), size(node.shape.cols)]
    const isDown = isStackedDown(node.operands[0].shape, node.shape)
    const count = isDown ? algebra.rows(family) : algebra.cols(family) / cols
    const before = algebra.integer(index) - 1
    if (!(before >= 0 && before < count)) {
      fail('value', `Expected a member from 1 to ${count}, received ${before + 1}.`)
    }
    return isDown
      ? algebra.gather(family, rows, cols, (_, j) => [before, j])
      : algebra.gather(family, rows, cols, (i, j) => [i, before * cols + j])
  },
})

const isZeroOrLess = (value: Rational) => isNegative(value) || isZero(value)

function isPositive(limit: Expression): boolean {
  const value = numberOf(limit)
  return value === undefined ? limit.operator === sizeOperator : !isZeroOrLess(value)
}

function isEmpty(limit: Expression): boolean {
  const value = numberOf(limit)
  return value !== undefined && isZeroOrLess(value)
}

/** An index of this level. The first one of a level says what it is called in this store. */
export function index(store: Store, level: number, name?: string): Expression {
  return store.intern(indexOperator, [], { key: String(level), level, name: freeName(store, name) })
}

const letters = ['i', 'j', 'k', 'l', 'p', 'q', 'u', 'v', 'w']

function freeName(store: Store, wanted: string | undefined): string {
  for (let round = 0; ; round++) {
    for (const letter of wanted === undefined || round > 0 ? letters : [wanted, ...letters]) {
      const name = round === 0 ? letter : `${letter}${round}`
      if (!store.names.has(name)) return name
    }
  }
}

/** A name for an index that stands for nothing yet in the expressions. */
export function freshIndex(store: Store, among: readonly Expression[]): Expression {
  const free = among.reduce((bits, { free }) => bits | free, 0)
  const height = Math.max(0, ...among.map(({ height }) => height))
  return placeholder(store, levelAbove({ free, height } as Expression))
}

/** The index of a sum that is being written, inside of `depth` others. @throws `limit-exceeded` */
export function openIndex(store: Store, depth: number): Expression {
  const level = mostLevels - 1 - depth
  // The lower half is for sums that are finished.
  if (level < mostLevels / 2)
    fail('limit-exceeded', `Expected at most ${Math.floor(mostLevels / 2)} sums inside of one another.`)
  return placeholder(store, level)
}

/** An index that is not written anywhere, so it takes no name from those that are. */
function placeholder(store: Store, level: number): Expression {
  return store.intern(indexOperator, [], { key: `${level}?`, level })
}

/**
 * The sum of the term for index = 1, ..., limit. The index given may have any level; the sum's own has the one that
 * its term leaves. `name` is what to call it. A sum of zeros, or of nothing, is zero.
 * @throws `shape-mismatch`, `limit-exceeded`
 */
export function series(
  store: Store,
  given: Expression,
  limit: Expression,
  term: Expression,
  name?: string,
): Expression {
  if (isZeroExpression(term) || isEmpty(limit)) return zeros(store, term.shape)
  const own = 1 << levelOf(given)
  const isNumbered = given.data!.name !== undefined && levelOf(given) === term.height && (limit.free & own) === 0
  if (isNumbered) return store.intern(seriesOperator, [given, limit, term])
  const wanted = name ?? given.data!.name
  // By way of a level above all others: sums inside, numbered in view of the index given, are numbered anew.
  const between = placeholder(store, levelAbove(term))
  const lifted = replaceIndex(store, term, given, between)
  const final = index(store, levelFrom(lifted.height, (lifted.free & ~between.free) | limit.free), wanted)
  return store.intern(seriesOperator, [final, limit, replaceIndex(store, lifted, between, final)])
}

/** The expression with something else in the place of a free index; nothing is captured. */
export function replaceIndex(store: Store, root: Expression, target: Expression, by: Expression): Expression {
  const bit = 1 << levelOf(target)
  if ((root.free & bit) === 0) return root
  const memo = new Map<Expression, Expression>()
  const isConflict = (node: Expression) => node.operator.binds === true && (node.operands[0].free & by.free) !== 0
  const into = (node: Expression) => ((node.free & bit) === 0 || isConflict(node) ? [] : throughNames(node))
  const inPlace = (node: Expression) => (node === target ? by : (memo.get(node) ?? node))
  for (const node of reachable([root], into)) memo.set(node, replaced(node))
  return memo.get(root)!

  function replaced(node: Expression): Expression {
    if ((node.free & bit) === 0) return node
    if (node.operator === indexOperator) return by
    if (node.data?.definition !== undefined)
      return named(store, node.data.name!, memo.get(node.data.definition)!, node.operands.map(inPlace))
    if (!isConflict(node))
      return store.apply(
        node.operator,
        node.operands.map(operand => memo.get(operand)!),
        node.data,
      )
    const [inner, limit, term] = node.operands
    const apart = freshIndex(store, [term, by, target])
    const moved = replaceIndex(store, replaceIndex(store, term, inner, apart), target, by)
    return series(store, apart, replaceIndex(store, limit, target, by), moved, inner.data!.name)
  }
}

/** The size of a dimension as an expression: a number, or the product of the sizes of its names. */
export function size(store: Store, dimension: Dimension): Expression {
  return store.apply(sizeOperator, [], { key: dimension, shape: { rows: dimension, cols: unit } })
}

function sizeAsNumber(store: Store, dimension: Dimension): Expression {
  const { factor, names } = dimensionParts(dimension)
  const sizes = names.map(name => {
    const side = triangularOf(name)
    if (side === undefined) {
      return store.intern(sizeOperator, [], { key: `${name},${unit}`, name, shape: { rows: name, cols: unit } })
    }
    const next = sum(store, [size(store, side), number(store, rational(1))])
    return product(store, [number(store, rational(1, 2)), size(store, side), next])
  })
  return product(store, [number(store, rational(factor)), ...sizes])
}

/** Whether the members of a matrix of members stand one below the other: numbers make a vector, rows a matrix of these rows. */
export function isStackedDown(all: Shape, { rows, cols }: Shape): boolean {
  return rows === unit && all.cols === cols
}

/** The family of this name. Its own value is the matrix of its members: rows one below the other, all else side by side. */
export function family(store: Store, name: string, member: Member): Expression {
  const { rows, cols } = member.shape
  const shape = rows === unit ? { rows: member.count, cols } : { rows, cols: multiplyDimensions(cols, member.count) }
  return store.intern(symbolOperator, [], { key: name, name, shape, facts: Fact.none, member })
}

/** Member `at` of a family. One that a named number tells apart has a name itself: nothing is derived by the others. */
export function member(store: Store, of: Expression, at: Expression): Expression {
  const { shape } = of.data!.member!
  const name = isSymbol(at) ? memberName(of, at) : undefined
  return store.apply(memberOperator, [of, at], {
    key: `${shape.rows},${shape.cols}`,
    shape,
    ...(name && { name }),
  })
}

/** What the member of a family is called: `x[k]`. */
export function memberName(of: Expression, at: Expression): string {
  return `${of.data!.name}[${at.data!.name}]`
}

export const isSeries = (expression: Expression): boolean => expression.operator === seriesOperator
export const isMember = (expression: Expression): boolean => expression.operator === memberOperator
export const isIndex = (expression: Expression): boolean => expression.operator === indexOperator
export const isFamily = (expression: Expression): boolean =>
  isSymbol(expression) && expression.data!.member !== undefined
