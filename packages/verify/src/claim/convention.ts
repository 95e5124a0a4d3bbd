import {
  type Expression,
  eye,
  Fact,
  flip,
  has,
  isScalar,
  negate,
  number,
  product,
  rational,
  type Store,
  sameShape,
  sum,
} from '@matrix-derive/core'
import { diag, hadamard, lowerTriangle, upperTriangle } from '@matrix-derive/operators'
import { reproduction } from '../obligations.ts'
import type { Supposition } from '../question.ts'
import { type Grounds, groundsFor } from './equality.ts'
import type { Convention } from './verdict.ts'

/** What a scalar f is differentiated by, and its plain gradient, of the shape of the variable. */
export interface Gradient {
  readonly f: Expression
  readonly variable: Expression
  readonly gradient: Expression
}

/** Which gradient of a structured variable a claim is, if any; the facts are those declared or supposed. */
export function conventionOf(
  store: Store,
  { f, variable, gradient }: Gradient,
  claim: Expression,
  facts: number,
  supposing: Supposition = {},
): { readonly convention: Convention; readonly grounds: NonNullable<Grounds> } | undefined {
  if (!isScalar(f.shape) || !sameShape(gradient.shape, variable.shape)) return undefined
  for (const [convention, expression] of conventions(store, gradient, facts)) {
    const grounds = groundsFor(claim, expression, supposing)
    if (grounds !== undefined) return { convention, grounds }
  }
  if (facts === Fact.none) return undefined
  // A gradient that differs from ours only in directions that the variable cannot take.
  for (const numerator of [flip(store, claim), claim]) {
    if (!sameShape(numerator.shape, flip(store, gradient).shape)) continue
    const { left, right } = reproduction(store, f, numerator, variable)
    const grounds = groundsFor(left, right, supposing, name => name === variable.data!.name)
    if (grounds !== undefined) return { convention: 'directional', grounds }
  }
  return undefined
}

function conventions(store: Store, gradient: Expression, facts: number): (readonly [Convention, Expression])[] {
  const half = number(store, rational(1, 2))
  const other = flip(store, gradient)
  if (has(facts, Fact.diagonal)) return [['projected', diag(store, diag(store, gradient))]]
  if (has(facts, Fact.symmetric)) {
    const onDiagonal = hadamard(store, gradient, eye(store, gradient.shape.rows))
    return [
      ['projected', product(store, [half, sum(store, [gradient, other])])],
      ['independent', sum(store, [gradient, other, negate(store, onDiagonal)])],
    ]
  }
  if (has(facts, Fact.skew)) {
    return [
      ['projected', product(store, [half, sum(store, [gradient, negate(store, other)])])],
      ['independent', sum(store, [gradient, negate(store, other)])],
    ]
  }
  if (has(facts, Fact.lower)) return [['projected', lowerTriangle(store, gradient)]]
  return has(facts, Fact.upper) ? [['projected', upperTriangle(store, gradient)]] : []
}
