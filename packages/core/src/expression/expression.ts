import type { Dimension } from './dimension.ts'
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
  /** Which index of a sum it is; see binding.ts. */
  readonly level?: number
  /** What the members of a family are like. */
  readonly member?: Member
}

/** A member of a family such as `x: vector(n)[N]`: the value of the family itself is the matrix of its members. */
export interface Member {
  readonly shape: Shape
  readonly facts: Facts
  /** How many there are. */
  readonly count: Dimension
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
  /** The indices below that belong to a sum further up, as bits; see binding.ts. */
  readonly free: number
  /** How many levels of sums are below. */
  readonly height: number
  /** The operators that occur at the node and below it, as bits; see occurrence.ts. */
  readonly occurring: number
}
