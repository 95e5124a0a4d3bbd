import {
  type Expression,
  eye,
  Fact,
  type Facts,
  has,
  isSquare,
  negate,
  type Operator,
  product,
  type Store,
  transpose,
} from '@matrix-derive/core'
import { hadamard, lowerTriangle, upperTriangle } from '@matrix-derive/operators'
import type { PendingCheck } from './check.ts'
import { applications } from './operator-applications.ts'
import { difference } from './proving.ts'

/** What a structure says, as an equation of the expression that has it. */
const equations: readonly (readonly [
  name: string,
  fact: Facts,
  sides: (store: Store, x: Expression) => readonly [Expression, Expression],
])[] = [
  ['symmetric', Fact.symmetric, (store, x) => [x, transpose(store, x)]],
  ['skew', Fact.skew, (store, x) => [x, negate(store, transpose(store, x))]],
  ['diagonal', Fact.diagonal, (store, x) => [x, hadamard(store, x, eye(store, x.shape.rows))]],
  ['orthogonal', Fact.orthogonal, (store, x) => [product(store, [transpose(store, x), x]), eye(store, x.shape.rows)]],
  ['lower', Fact.lower, (store, x) => [x, lowerTriangle(store, x)]],
  ['upper', Fact.upper, (store, x) => [x, upperTriangle(store, x)]],
]

/** What operands may be while the structure of the result is looked at. */
const structuresOfOperands: readonly Facts[] = [
  Fact.none,
  Fact.symmetric,
  Fact.skew,
  Fact.diagonal,
  Fact.orthogonal,
  Fact.lower,
  Fact.upper,
  Fact.positiveDefinite,
]

/** The structure that an operator says its result has, it has, whatever its operands are. */
export function structureChecks(operator: Operator, seed: number): PendingCheck[] {
  return equations.map(([name, fact, sides]) => ({
    check: 'structured',
    subject: name,
    run: () => {
      for (const facts of structuresOfOperands) {
        for (const { store, expression } of applications(operator, facts)) {
          if (!has(expression.facts, fact)) continue
          if (!isSquare(expression.shape)) return `Expected no matrix that is not square to be called ${name}.`
          // Looked at without what is claimed of it, or the claim would vouch for itself.
          const [left, right] = sides(store, plain(store, expression))
          const why = difference(left, right, [], seed)
          if (why !== undefined) return `It is called ${name} and is not:\n${why}`
        }
      }
      return undefined
    },
  }))
}

/** The same expression, of which nothing is known. */
function plain(store: Store, { operator, operands }: Expression): Expression {
  const { name, ...rest } = operator
  return store.apply({ ...rest, name: `${name} without facts`, facts: () => Fact.none }, operands)
}
