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
import type { Supposition } from '../question.ts'
import { reproduction } from '../reproduction.ts'
import type { Slices } from '../slices.ts'
import { type Grounds, groundsFor } from './equality.ts'
import type { Convention } from './verdict.ts'

/** What a scalar f is differentiated by, and its plain gradient, of the shape of the variable. */
export interface Gradient {
  readonly f: Expression
  readonly variable: Expression
  readonly gradient: Expression
  /** Whether that is what is expected, and not one of the conventions. */
  readonly expectsPlain: boolean
}

/** Which gradient of a structured variable a claim is, if any; the facts are those declared or supposed. */
export function* conventionOf(
  store: Store,
  { f, variable, gradient, expectsPlain }: Gradient,
  claim: Expression,
  facts: number,
  supposing: Supposition = {},
): Slices<{ readonly convention: Convention; readonly grounds: NonNullable<Grounds> } | undefined> {
  if (!isScalar(f.shape) || !sameShape(gradient.shape, variable.shape)) return undefined
  const plain = expectsPlain ? [] : ([['plain', gradient]] as const)
  for (const [convention, expression] of [...plain, ...conventions(store, gradient, facts, variable)]) {
    for (const form of [expression, flip(store, expression)]) {
      const grounds = yield* groundsFor(claim, form, supposing)
      if (grounds !== undefined) return { convention, grounds }
    }
  }
  if (facts === Fact.none) return undefined
  // A gradient that differs from ours only in directions that the variable cannot take.
  for (const numerator of [flip(store, claim), claim]) {
    if (!sameShape(numerator.shape, flip(store, gradient).shape)) continue
    const { left, right } = reproduction(store, f, numerator, variable)
    const grounds = yield* groundsFor(left, right, supposing, name => name === variable.data!.name)
    if (grounds !== undefined) return { convention: 'directional', grounds }
  }
  return undefined
}

function conventions(
  store: Store,
  gradient: Expression,
  facts: number,
  x: Expression,
): (readonly [Convention, Expression])[] {
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
  if (has(facts, Fact.orthogonal)) {
    const back = negate(store, product(store, [x, other, x]))
    return [['projected', product(store, [half, sum(store, [gradient, back])])]]
  }
  if (has(facts, Fact.lower)) return [['projected', lowerTriangle(store, gradient)]]
  return has(facts, Fact.upper) ? [['projected', upperTriangle(store, gradient)]] : []
}
