import type { Certainties, PartialCertainty } from '../certainty/certainty.ts'
import type { Interval } from '../certainty/interval.ts'
import type { IdentityReference } from '../identity/identity.ts'
import type { Algebra } from './algebra.ts'
import type { Dimension } from './dimension.ts'
import type { Data, Expression } from './expression.ts'
import { Fact, type Facts, has, inheritedFacts } from './facts.ts'
import type { Shape } from './shape.ts'
import { parseSignature, type Signature, shapeBySignatures } from './signature.ts'
import type { Store } from './store.ts'

/** How an operator is written. Precedences are those of the language: see {@link Precedence}. */
export type Notation =
  /** name(a, b); `unicode` and `latex` may give another name, as for `\det`. */
  | { readonly form: 'function'; readonly unicode?: string; readonly latex?: string }
  /** a ∘ b ∘ c */
  | {
      readonly form: 'infix'
      readonly precedence: number
      readonly text: string
      readonly unicode: string
      readonly latex: string
    }
  /** aᵀ */
  | { readonly form: 'postfix'; readonly text: string; readonly unicode: string; readonly latex: string }
  /** ‖a‖ in Unicode and LaTeX, name(a) in text. `after` follows the closing delimiter, as the index of a norm. */
  | {
      readonly form: 'delimited'
      readonly unicode: readonly [string, string]
      readonly latex: readonly [string, string]
    }
  /** Written by the notation package itself: symbols, numbers, sums, products, powers. */
  | { readonly form: 'own' }

/** Binding strength, weakest first. Multiplicative operators share one level and associate to the left. */
export const Precedence = { sum: 1, product: 2, negation: 3, postfix: 4, atom: 5 } as const

/** A scalar function applied entry by entry. */
export interface Elementwise {
  /** Its value in floating point. */
  readonly value: (x: number) => number
  /** Its derivative as a program in `x`, say `1 - tanh(x)^2`. The one elementwise identity uses it. */
  readonly derivative: string
  /** What x must satisfy for the derivative to hold: `x > 0`, `x <> 0`. Absent: nothing. */
  readonly condition?: string
  /** Where its values lie, of an x in an interval. Absent: anywhere. */
  readonly image?: (x: Interval) => Interval
  /** What it computes, as a program in `x`: `log(1 + exp(2*x))`. Absent for functions that have no other name. */
  readonly program?: string
  /** Operators of the two programs that are not built in. */
  readonly operators?: readonly Operator[]
}

/** Everything there is to know about an operator, except its differential, which is an identity. */
export interface Operator {
  /** How the language calls it, and what tells operators apart. */
  readonly name: string
  readonly aliases: readonly string[]
  /** One line for people. */
  readonly summary: string
  /** The shapes it takes and gives, alternatives in order of preference. Empty for operators with a rule of their own. */
  readonly signatures: readonly Signature[]
  /** The shape of the result. @throws `shape-mismatch`, `not-square`, `arity` */
  readonly shape: (operands: readonly Expression[], data: Data | undefined) => Shape
  /** What is known of the result. */
  readonly facts: (operands: readonly Expression[], data: Data | undefined) => Facts
  /** What is certain of a result that has a value, given the same of what the node is made of. Absent: nothing. */
  readonly certainty?: (node: Expression, known: Certainties) => PartialCertainty
  /** Its value, in any algebra. `size` turns dimensions into numbers. */
  readonly evaluate: <M>(
    algebra: Algebra<M>,
    operands: readonly M[],
    node: Expression,
    size: (dimension: Dimension) => number,
  ) => M
  readonly notation: Notation
  /**
   * The operand positions in which it is linear (each for itself); `all` for n-ary multilinear operators, `rest` for
   * those that are in all operands but the first.
   */
  readonly linear: readonly number[] | 'all' | 'rest'
  /** Nested uses are one use: (a ∘ b) ∘ c is a ∘ b ∘ c. */
  readonly associative: boolean
  readonly commutative: boolean
  readonly elementwise?: Elementwise
  /** What people call its values: p for the probabilities that softmax gives. */
  readonly letter?: string
  /** The package that brings it; absent for what is built in. */
  readonly origin?: IdentityReference
  /** Its first operand is an index that means nothing outside of it, as in a sum over i. */
  readonly binds?: true
  /** Builds a node in normal form instead of the plain one; only for what is representation, not a law. */
  readonly build?: (store: Store, operands: readonly Expression[], data: Data | undefined) => Expression
}

/** What the author of an operator writes; the rest has defaults. */
export interface OperatorDefinition {
  readonly name: string
  readonly aliases?: readonly string[]
  readonly summary: string
  /** Say `matrix(m,n), matrix(n,p) -> matrix(m,p)`; several alternatives in an array. */
  readonly signature?: string | readonly string[]
  readonly shape?: Operator['shape']
  readonly facts?: Operator['facts']
  readonly certainty?: Operator['certainty']
  readonly evaluate: Operator['evaluate']
  readonly notation?: Notation
  readonly linear?: readonly number[] | 'all' | 'rest'
  readonly associative?: boolean
  readonly commutative?: boolean
  readonly elementwise?: Elementwise
  readonly letter?: string
  readonly origin?: IdentityReference
  readonly binds?: true
  readonly build?: Operator['build']
}

/**
 * Makes an operator from its definition.
 * @throws `plugin` when a signature cannot be read or there is neither a signature nor a shape rule
 */
export function defineOperator(definition: OperatorDefinition): Operator {
  const { name, signature = [], facts = inheritedFacts, linear = [] } = definition
  const signatures = (typeof signature === 'string' ? [signature] : signature).map(parseSignature)
  const operator: Operator = {
    name,
    aliases: definition.aliases ?? [],
    summary: definition.summary,
    signatures,
    shape: definition.shape ?? (operands => shapeBySignatures(name, signatures, operands)),
    facts: (operands, data) => facts(operands, data) | (isOfZero(operands, linear) ? Fact.zero : Fact.none),
    evaluate: definition.evaluate,
    notation: definition.notation ?? { form: 'function' },
    linear,
    associative: definition.associative ?? false,
    commutative: definition.commutative ?? false,
    ...(definition.certainty && { certainty: definition.certainty }),
    ...(definition.elementwise && { elementwise: definition.elementwise }),
    ...(definition.origin && { origin: definition.origin }),
    ...(definition.binds && { binds: definition.binds }),
    ...(definition.letter !== undefined && { letter: definition.letter }),
    ...(definition.build && { build: definition.build }),
  }
  return Object.freeze(operator)
}

/** A linear operator takes zero to zero; one that is multilinear does so for any operand that is zero. */
function isOfZero(operands: readonly Expression[], linear: Operator['linear']): boolean {
  if (linear === 'all') return false
  const places = linear === 'rest' ? operands.slice(1) : linear.map(position => operands[position])
  return places.some(operand => operand !== undefined && has(operand.facts, Fact.zero))
}

/** Whether the operator is linear in the operand at this position. */
export function isLinearIn(operator: Operator, position: number): boolean {
  const { linear } = operator
  return linear === 'all' || (linear === 'rest' ? position > 0 : linear.includes(position))
}
