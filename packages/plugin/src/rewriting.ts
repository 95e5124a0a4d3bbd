import {
  differential,
  type Expression,
  Fact,
  type Factors,
  factorsOf,
  fill,
  fillOperator,
  flip,
  has,
  holdsDifferential,
  isLinearIn,
  isMember,
  isOneExpression,
  isSymbol,
  number,
  pathToDifferential,
  product,
  productOperator,
  type RewriteContext,
  type Store,
  sum,
  sumOperator,
  transposedShape,
} from '@matrix-derive/core'
import { hadamard, hadamardOperator, kron, kronOperator } from '@matrix-derive/operators'
import { positiveFirst } from './terms.ts'

// What identities with an `apply` function have in common: looking at a product around the one factor that holds d(.).

/** A product cut at the one factor of its chain that holds the differential. */
export interface Cut {
  /** The number and the scalars in front. */
  readonly front: readonly Expression[]
  readonly before: readonly Expression[]
  readonly hole: Expression
  readonly after: readonly Expression[]
}

/** Cuts a product at its differential; undefined where that is not one factor of the chain. */
export function cutAtDifferential(store: Store, node: Expression): Cut | undefined {
  const factors = factorsOf(node)
  if (factors.differentials.length > 0) return undefined
  const at = factors.chain.findIndex(holdsDifferential)
  if (at === -1) return undefined
  const { chain } = factors
  return { front: frontOf(store, factors), before: chain.slice(0, at), hole: chain[at], after: chain.slice(at + 1) }
}

/**
 * Whether something is still to be differentiated in a line. Even where it is multiplied by 0 it must have a derivative, so
 * that what that relies on is said.
 */
export function isUnopened(node: Expression): boolean {
  return holdsDifferential(node) && !isLeaf(pathToDifferential(node).at(-1)!.operands[0])
}

const isLeaf = (x: Expression) => isSymbol(x) || isMember(x)

/** All of a product but its chain of matrices: the number, the scalars, and the differentials of scalars. */
export function frontOf(store: Store, { coefficient, scalars, differentials }: Factors): Expression[] {
  return [number(store, coefficient), ...scalars, ...differentials]
}

/**
 * A product with the first two neighbours of its chain of which something becomes, and that in their place; undefined where
 * there are none.
 */
export function replaceNeighbours(
  store: Store,
  node: Expression,
  become: (left: Expression, right: Expression) => Expression | undefined,
): Expression | undefined {
  const parts = factorsOf(node)
  const { chain } = parts
  for (let i = 0; i + 1 < chain.length; i++) {
    const whole = become(chain[i], chain[i + 1])
    if (whole !== undefined) return product(store, [...frontOf(store, parts), ...chain.toSpliced(i, 2, whole)])
  }
  return undefined
}

/** The factors of the transpose of a product: each transposed, in reverse. */
export function flipAll(store: Store, factors: readonly Expression[]): Expression[] {
  return factors.map(factor => flip(store, factor)).reverse()
}

/**
 * The transpose of an expression with the transposes at its leaves: (A*B + C)' as B'*A' + C'. What is known to be symmetric
 * is its own transpose.
 */
export function turned(store: Store, x: Expression): Expression {
  if (x.operator === sumOperator) return sum(store, positiveFirst(x.operands.map(term => turned(store, term))))
  if (x.operator === hadamardOperator) return hadamard(store, ...x.operands.map(factor => turned(store, factor)))
  if (x.operator === kronOperator) return kron(store, ...x.operands.map(factor => turned(store, factor)))
  if (x.operator === fillOperator) return fill(store, x.operands[0], transposedShape(x.shape))
  if (x.operator !== productOperator) return has(x.facts, Fact.symmetric) ? x : flip(store, x)
  const parts = factorsOf(x)
  const chain = parts.chain.map(factor => turned(store, factor)).reverse()
  return product(store, [...frontOf(store, parts), ...chain])
}

/** The transpose of the product of the factors, written factor by factor. */
export function flipProduct(store: Store, factors: readonly Expression[]): Expression {
  return product(store, flipAll(store, factors))
}

/** The product of the factors, or `otherwise` where there are none. */
export function productOr(store: Store, factors: readonly Expression[], otherwise: () => Expression): Expression {
  return factors.length === 0 ? otherwise() : product(store, factors)
}

/** Rows of the product of a run of factors. */
export const rowsOf = (factors: readonly Expression[]) => factors[0].shape.rows
/** Columns of the product of a run of factors. */
export const colsOf = (factors: readonly Expression[]) => factors[factors.length - 1].shape.cols

/**
 * d(L(X)) as L(d(X)), for an operator that is linear in the one operand that changes. A sum is not: what it adds to that
 * operand vanishes.
 */
export function differentialOfLinear(node: Expression, { store, depends }: RewriteContext): Expression | undefined {
  const [linear] = node.operands
  if (linear.operator === sumOperator) return undefined
  const changing = linear.operands.findIndex(depends)
  if (linear.operands.filter(depends).length !== 1 || !isLinearIn(linear.operator, changing)) return undefined
  const moved = linear.operands.with(changing, differential(store, linear.operands[changing]))
  return store.apply(linear.operator, moved, linear.data)
}

/**
 * A multilinear operator with the numbers and scalars of its matrix operands in front of it: (a*X) ∘ Y is a*(X ∘ Y).
 * Undefined where there are none.
 */
export function scalarsInFront(store: Store, node: Expression): Expression | undefined {
  const parts = node.operands.map(factorsOf)
  const front = parts
    .flatMap(part => (part.chain.length === 0 ? [] : frontOf(store, { ...part, differentials: [] })))
    .filter(factor => !isOneExpression(factor))
  if (front.length === 0) return undefined
  const operands = parts.map((part, i) =>
    part.chain.length === 0 ? node.operands[i] : product(store, [...part.chain, ...part.differentials]),
  )
  return product(store, [...front, store.apply(node.operator, operands, node.data)])
}
