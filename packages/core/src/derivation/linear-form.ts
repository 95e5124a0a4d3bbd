import { eye, number } from '../expression/constants.ts'
import type { Expression } from '../expression/expression.ts'
import {
  differential,
  differentialOperator,
  holdsDifferential,
  isDifferential,
  isTranspose,
  trace,
  traceOperator,
  transpose,
  vec,
  vecOperator,
} from '../expression/linear.ts'
import { factorsOf, product } from '../expression/product.ts'
import { isZero } from '../expression/rational.ts'
import { isColumn, isMatrix, isRow, isScalar, type Shape } from '../expression/shape.ts'
import type { Store } from '../expression/store.ts'

/**
 * A term in which the differential stands last and bare, so that what stands before it can be read off:
 * `M*d(t)` (scalar t), `J*d(z)` (vector), `J*d(r)'` (row vector), `tr(G*d(X))` (matrix, scalar term),
 * `J*vec(d(X))` (matrix, any other term).
 */
export interface LinearForm {
  readonly form: 'scalar' | 'vector' | 'row' | 'trace' | 'vec'
  /** The variable or intermediate Z of d(Z). */
  readonly by: Expression
  /** M, J or G; undefined where nothing stands before the differential, which means 1 or the identity matrix. */
  readonly factor: Expression | undefined
}

/** The linear form of a term, or undefined while it is not one. */
export function linearForm(store: Store, term: Expression): LinearForm | undefined {
  const { coefficient, scalars, chain, differentials } = factorsOf(term)
  if (isZero(coefficient)) return undefined
  if (differentials.length > 1) return undefined
  const front = () => {
    const factors = [number(store, coefficient), ...scalars]
    return factors
  }
  if (differentials.length === 1) {
    const [last] = differentials
    if (chain.some(holdsDifferential)) return undefined
    if (isDifferential(last))
      return { form: 'scalar', by: last.operands[0], factor: whole(store, [...front(), ...chain]) }
    if (last.operator !== traceOperator || !isScalar(term.shape)) return undefined
    const inner = factorsOf(last.operands[0])
    const bare = inner.chain.at(-1)
    if (bare === undefined || !isDifferential(bare) || !isMatrix(bare.shape)) return undefined
    if (inner.differentials.length > 0) return undefined
    const before = inner.chain.slice(0, -1)
    if (before.some(holdsDifferential)) return undefined
    return {
      form: 'trace',
      by: bare.operands[0],
      factor: whole(store, [...front(), ...chain, number(store, inner.coefficient), ...inner.scalars, ...before]),
    }
  }
  const last = chain.at(-1)
  if (last === undefined || chain.slice(0, -1).some(holdsDifferential)) return undefined
  const factor = () => whole(store, [...front(), ...chain.slice(0, -1)])
  if (isDifferential(last) && isColumn(last.shape)) return { form: 'vector', by: last.operands[0], factor: factor() }
  if (isTranspose(last) && isDifferential(last.operands[0]) && isRow(last.operands[0].shape)) {
    return { form: 'row', by: last.operands[0].operands[0], factor: factor() }
  }
  // A scalar's derivative by a matrix is read off a trace, which keeps its shape.
  if (last.operator === vecOperator && isDifferential(last.operands[0]) && !isScalar(term.shape)) {
    return { form: 'vec', by: last.operands[0].operands[0], factor: factor() }
  }
  return undefined
}

function whole(store: Store, factors: readonly Expression[]): Expression | undefined {
  const result = product(store, factors)
  return isScalar(result.shape) && result.data?.key === '1' && result.operands.length === 0 ? undefined : result
}

/** The one d(.) that a term of a line holds. */
export function differentialOf(term: Expression): Expression {
  let node = term
  while (node.operator !== differentialOperator) {
    const holder = node.operands.find(holdsDifferential)
    if (holder === undefined) throw new Error('A term of a line holds no differential.')
    node = holder
  }
  return node
}

/** The nodes from the term down to its d(.), both included. */
export function pathToDifferential(term: Expression): Expression[] {
  const path = [term]
  for (let node = term; node.operator !== differentialOperator; ) {
    node = node.operands.find(holdsDifferential)!
    path.push(node)
  }
  return path
}

/** What stands before the differential as the matrix it acts as: a scalar, or nothing, is a multiple of the identity. */
export function factorMatrix(store: Store, { factor }: LinearForm, shape: Shape): Expression {
  if (factor === undefined) return eye(store, shape.rows)
  return isScalar(factor.shape) && !isScalar(shape) ? product(store, [factor, eye(store, shape.rows)]) : factor
}

/** The term of this form: what {@link linearForm} takes apart. */
export function assemble(store: Store, form: LinearForm['form'], factor: Expression, by: Expression): Expression {
  const bare = differential(store, by)
  if (form === 'trace') return trace(store, product(store, [factor, bare]))
  if (form === 'vec') return product(store, [factor, vec(store, bare)])
  return product(store, [factor, form === 'row' ? transpose(store, bare) : bare])
}
