import type { Facts } from './facts.ts'
import type { Operator } from './operator.ts'
import type { Rational } from './rational.ts'
import type { Shape } from './shape.ts'

/** What tells a node apart besides its operator and operands: a name, a number, a size. */
export interface Data {
  /** One spelling for each value; two nodes with the same operator, operands and key are one node. */
  readonly key: string
  readonly name?: string
  readonly value?: Rational
  readonly shape?: Shape
  readonly facts?: Facts
  /** What a named intermediate stands for. */
  readonly definition?: Expression
}

/**
 * An expression: an immutable node of a directed acyclic graph, made by a {@link Store} and by nothing else.
 * Inside one store structurally equal expressions are one object, so `===` is equality.
 */
export interface Expression {
  /** Position of birth. Operands are born first, so ascending ids are a topological order. */
  readonly id: number
  readonly operator: Operator
  readonly operands: readonly Expression[]
  readonly data: Data | undefined
  readonly shape: Shape
  readonly facts: Facts
  /** How long and how involved the expression is when written out; see cost.ts. */
  readonly cost: number
}
