import {
  type Dimension,
  type Expression,
  factorsOf,
  fillOperator,
  flip,
  holdsDifferential,
  isColumn,
  isElementwiseFunction,
  isFamily,
  isMatrix,
  isMember,
  isNumber,
  isRow,
  isScalar,
  isStackedDown,
  isTranspose,
  multiplyDimensions,
  number,
  numberOf,
  ones,
  product,
  productOperator,
  type RewriteContext,
  rational,
  type Store,
  sizeOperator,
  sum,
  sumOperator,
  throughNames,
  unit,
  visitUpward,
} from '@matrix-derive/core'
import {
  diag,
  entrySumOperator,
  hadamard,
  hadamardOperator,
  hadamardPower,
  hadamardPowerOperator,
  powerOperator,
} from '@matrix-derive/operators'
import { flipProduct } from './rewriting.ts'

// The values of a term for every index of a sum, stacked into one matrix: columns side by side, rows and numbers one below
// the other, as the members of a family are. Then a sum of products u[i]*v[i] is the product of two block matrices, U*V.

/** The term of a sum over i as c*a*u[i]*r[i]*...*v[i]*b, with a and b the same for every i, and the rest stacked. */
export interface StackedTerm {
  /** How many terms there are. */
  readonly count: Dimension
  /** The columns u[i] side by side. */
  readonly left: Expression | undefined
  /** The rows v[i] one below the other. */
  readonly right: Expression | undefined
  /** The vectors of the numbers r[i]. One of numbers x[i]'*A*y[i] is diag(X'*A*Y). */
  readonly weights: readonly Expression[]
  /** The sum, given that of what is stacked. */
  around(inner: Expression): Expression
}

/**
 * The term of a sum over an index, stacked; undefined where it has no such form, is the same for every index, or is a sum
 * itself, of which each part has a form of its own.
 */
export function stackedTerm(
  { operands: [index, limit, term] }: Expression,
  context: Pick<RewriteContext, 'store' | 'introduce'>,
): StackedTerm | undefined {
  const { store } = context
  const count = dimensionOf(limit)
  if (count === undefined || holdsDifferential(term) || (term.free & index.free) === 0) return undefined
  if (term.operator === sumOperator) return undefined
  const { scalars, column, row } = cutTerm(store, term)
  const varies = (x: Expression) => (x.free & index.free) !== 0
  const stack = stackOver(context, index, count)
  const [changing, same] = [scalars.filter(varies).flatMap(rootsOf), scalars.filter(x => !varies(x))]
  const isLeft = column !== undefined && varies(column)
  const isRight = row !== undefined && varies(row)
  const [left, right, weights] = [
    isLeft ? stack(column) : undefined,
    isRight ? stack(row) : undefined,
    changing.map(stack),
  ]
  if ((isLeft && !left) || (isRight && !right) || !weights.every(isDefined)) return undefined
  const [before, after] = [column && !isLeft ? [column] : [], row && !isRight ? [row] : []]
  return { count, left, right, weights, around: inner => product(store, [...same, ...before, inner, ...after]) }
}

const isDefined = <T>(x: T | undefined): x is T => x !== undefined

/** r^2 is r*r. */
function rootsOf(scalar: Expression): Expression[] {
  const [base, exponent] = scalar.operands
  return scalar.operator === powerOperator && isNumber(exponent, rational(2)) ? [base, base] : [scalar]
}

/** The dimension that is so large as an integer says; undefined for what is no size, as `N - 1`. */
function dimensionOf(limit: Expression): Dimension | undefined {
  const factors = limit.operator === productOperator ? limit.operands : [limit]
  let dimension: Dimension = unit
  for (const factor of factors) {
    const value = numberOf(factor)
    if (value === undefined ? factor.operator !== sizeOperator : value.denominator !== 1n || value.numerator < 1n) {
      return undefined
    }
    dimension = multiplyDimensions(dimension, value === undefined ? factor.data!.shape!.rows : `${value.numerator}`)
  }
  return dimension
}

/** A product cut where nothing but a number passes from one factor to the next. */
interface CutTerm {
  /** The number in front, and scalars. */
  readonly scalars: readonly Expression[]
  /** What is no row: a column, or a matrix that is no product of a column and a row. */
  readonly column: Expression | undefined
  readonly row: Expression | undefined
}

function cutTerm(store: Store, term: Expression): CutTerm {
  const { coefficient, scalars, chain } = factorsOf(term)
  const runs = runsIn(chain).map(run => product(store, run))
  return {
    scalars: [number(store, coefficient), ...scalars, ...runs.filter(({ shape }) => isScalar(shape))],
    column: runs.find(({ shape }) => !isScalar(shape) && !isRow(shape)),
    row: runs.find(({ shape }) => isRow(shape)),
  }
}

/** The chain cut behind every column. */
function runsIn(chain: readonly Expression[]): Expression[][] {
  const runs: Expression[][] = []
  let start = 0
  for (const [i, { shape }] of chain.entries()) {
    if (shape.cols !== unit && i < chain.length - 1) continue
    runs.push(chain.slice(start, i + 1))
    start = i + 1
  }
  return runs
}

/** The matrix of all x is X. */
const capital = ([first, ...rest]: string): string => first.toUpperCase() + rest.join('')

type Stack = (expression: Expression) => Expression | undefined

/** Stacks what varies with the index, for `count` of its values; undefined for what is no number, row or column of known form. */
function stackOver(
  { store, introduce = (_, matrix) => matrix }: Pick<RewriteContext, 'store' | 'introduce'>,
  index: Expression,
  count: Dimension,
): Stack {
  const stacks = new Map<Expression, Expression | undefined>()
  const varies = (x: Expression) => (x.free & index.free) !== 0
  const all = ones(store, { rows: count, cols: unit })

  const stack: Stack = expression => {
    visitUpward(
      expression,
      node => stacks.has(node) || !varies(node),
      node => stacks.set(node, stackOf(node)),
      throughNames,
    )
    return varies(expression) ? stacks.get(expression) : same(expression)
  }

  /** So many times the same. */
  const same = (x: Expression): Expression | undefined => {
    if (isMatrix(x.shape)) return undefined
    if (isScalar(x.shape) || isRow(x.shape)) return product(store, [all, x])
    const { coefficient, scalars, chain } = factorsOf(x)
    const isOnes = chain.length === 1 && chain[0].operator === fillOperator
    const columns = isOnes
      ? ones(store, { rows: x.shape.rows, cols: count })
      : product(store, [...chain, ones(store, { rows: unit, cols: count })])
    return product(store, [number(store, coefficient), ...scalars, columns])
  }

  /** What has operands stacked before. */
  const stackOf = (node: Expression): Expression | undefined => {
    const { operator, operands, shape, data } = node
    if (isMatrix(shape)) return undefined
    if (data?.definition !== undefined) {
      const meaning = stack(data.definition)
      return meaning && introduce(capital(data.name!), meaning)
    }
    if (isMember(node)) return stackOfMember(node)
    if (operator === productOperator) return stackOfProduct(node)
    const parts = operands.map(stack)
    const [first] = parts
    if (first === undefined || !parts.every(isDefined)) return undefined
    if (operator.elementwise !== undefined || isElementwiseFunction(operator)) return store.apply(operator, parts, data)
    if (operator === sumOperator) return sum(store, parts)
    if (operator === hadamardOperator) return hadamard(store, ...parts)
    if (isTranspose(node)) return isScalar(shape) ? first : flip(store, first)
    if (operator === powerOperator || operator === hadamardPowerOperator) {
      return varies(operands[1]) ? undefined : hadamardPower(store, first, operands[1])
    }
    if (operator === entrySumOperator) {
      const [{ shape: of }] = operands
      const rows = isColumn(of) ? flip(store, first) : first
      return isScalar(of) ? first : product(store, [rows, ones(store, { rows: rows.shape.cols, cols: unit })])
    }
    if (operator === fillOperator) {
      return isColumn(shape)
        ? product(store, [ones(store, shape), flip(store, first)])
        : product(store, [first, ones(store, shape)])
    }
    return undefined
  }

  /** x[i], of as many as there are terms. */
  const stackOfMember = ({ operands: [family, at], shape }: Expression) => {
    const isDown = isStackedDown(family.shape, shape)
    const isWhole = (isDown ? family.shape.rows : family.shape.cols) === count
    if (at !== index || varies(family) || !isWhole || !(isDown || isColumn(shape))) return undefined
    // The name of a family of numbers is one of a vector.
    return isFamily(family) && !isScalar(shape) ? introduce(capital(family.data!.name!), family) : family
  }

  const stackOfProduct = (node: Expression): Expression | undefined => {
    const { scalars, column, row } = cutTerm(store, node)
    const own = scalars.filter(varies)
    // One run of factors, with a number before the first one or behind the last one where that is all.
    if (own[0] === node) return stackOfRun(node.operands)
    const matrix = column ?? row
    if (matrix === node) return stackOfRun(node.operands)
    const weights = own.map(stack)
    const stacked = matrix && stack(matrix)
    if (!weights.every(isDefined) || (matrix !== undefined && stacked === undefined)) return undefined
    const front = scalars.filter(x => !varies(x))
    if (stacked === undefined) return product(store, [...front, hadamard(store, ...weights)])
    if (weights.length === 0) return product(store, [...front, stacked])
    const scaling = diag(store, hadamard(store, ...weights))
    return product(store, [...front, ...(matrix === column ? [stacked, scaling] : [scaling, stacked])])
  }

  /** A chain of matrices of which the first or the last one varies: x[i]'*A, A*x[i], x[i]'*A*y[i]. */
  const stackOfRun = (run: readonly Expression[]): Expression | undefined => {
    const [first, last] = [run[0], run[run.length - 1]]
    const between = run.slice(1, -1)
    if (between.some(varies)) return undefined
    const [rows, columns] = [varies(first) ? stack(first) : undefined, varies(last) ? stack(last) : undefined]
    if (varies(first) && varies(last)) {
      return rows && columns && diag(store, product(store, [rows, ...between, columns]))
    }
    if (rows !== undefined) return product(store, [rows, ...between, last])
    if (columns === undefined) return undefined
    const chain = [first, ...between, columns]
    return isScalar({ rows: first.shape.rows, cols: last.shape.cols })
      ? flipProduct(store, chain)
      : product(store, chain)
  }

  return stack
}
