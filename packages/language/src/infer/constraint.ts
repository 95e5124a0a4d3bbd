import {
  type Dimension,
  dimension,
  dimensionParts,
  fail,
  multiplyDimensions,
  type Operator,
  requireProblem,
  type Span,
  unit,
} from '@matrix-derive/core'
import { type Choice, draw } from './choice.ts'
import { one, type Solver, type Unknown, type Watcher } from './solver.ts'

/** `result` is the product of the factors: the rows of a Kronecker product, the length of a vec. */
export interface Monomial extends Watcher {
  readonly kind: 'monomial'
  readonly span: Span
  readonly coefficient: number
  readonly factors: readonly Unknown[]
  readonly result: Unknown
  readonly fail: () => never
}

/** The result's shape by the operator's own rule, once all operands' shapes are known. */
export interface OwnRule extends Watcher {
  readonly kind: 'own rule'
  readonly operator: Operator
  /** Rows and columns of each operand in turn. */
  readonly operands: readonly Unknown[]
  readonly result: readonly [Unknown, Unknown]
  readonly fail: (message?: string) => never
}

/** A {@link Choice}, and how to say that nothing of it is possible. */
export interface Alternatives extends Choice {
  readonly kind: 'choice'
  readonly fail: () => never
}

/** What is known of dimensions beyond that some are equal. Each says for itself what is wrong when it cannot hold. */
export type Constraint = Monomial | OwnRule | Alternatives

export type Dimensions = Solver<Constraint>

/** Draws what follows from one constraint; with `decide`, a choice is made. False where it cannot hold. */
export function follow(solver: Dimensions, constraint: Constraint, decide = false): boolean {
  switch (constraint.kind) {
    case 'choice':
      return draw(solver, constraint, decide)
    case 'monomial':
      return followMonomial(solver, constraint)
    case 'own rule':
      return followOwnRule(solver, constraint)
  }
}

/** Looks at everything that changed until nothing does. Gives the constraint that cannot hold, if there is one. */
export function propagate(solver: Dimensions, spend?: () => void): Constraint | undefined {
  const { queue } = solver
  for (let at = 0; at < queue.length; at++) {
    const constraint = queue[at]
    constraint.queued = false
    spend?.()
    if (!follow(solver, constraint)) {
      for (const waiting of queue) waiting.queued = false
      queue.length = 0
      return constraint
    }
  }
  queue.length = 0
  return undefined
}

function followMonomial(solver: Dimensions, { coefficient, factors, result, span }: Monomial): boolean {
  let known: Dimension = String(coefficient)
  let open: Unknown | undefined
  let openCount = 0
  for (const factor of factors) {
    const value = solver.known(factor)
    if (value !== undefined) {
      known = multiplyDimensions(known, value)
      if (isTooLarge(known)) failTooLarge(span)
    } else {
      open = factor
      openCount++
      if (solver.isMore(factor) && !solver.setMore(result)) return false
    }
  }
  if (open === undefined) return solver.unify(result, solver.of(known))
  if (openCount > 1) return !solver.isOne(result) || factors.every(factor => solver.unify(factor, one))
  if (known === unit) return solver.unify(result, open)
  const whole = solver.known(result)
  if (whole === undefined) return solver.setMore(result)
  const quotient = divideDimensions(whole, known)
  return quotient !== undefined && solver.unify(open, solver.of(quotient))
}

/** Characters of a dimension written out; A⊗A of A⊗A of ... doubles it with every line. */
const longestSize = 1_000

/** Whether a dimension is too long to write, or its number too large to be exact. */
export function isTooLarge(size: Dimension): boolean {
  return size.length > longestSize || dimensionParts(size).factor > Number.MAX_SAFE_INTEGER
}

export function failTooLarge(span: Span): never {
  return fail('limit-exceeded', 'Expected fewer factors: the sizes become too long to write.', { span })
}

/** whole/part, where it is a dimension. */
function divideDimensions(whole: Dimension, part: Dimension): Dimension | undefined {
  const [{ factor, names }, divisor] = [dimensionParts(whole), dimensionParts(part)]
  if (factor % divisor.factor !== 0) return undefined
  const rest = [...names]
  for (const name of divisor.names) {
    const at = rest.indexOf(name)
    if (at < 0) return undefined
    rest.splice(at, 1)
  }
  return dimension(factor / divisor.factor, rest)
}

function followOwnRule(solver: Dimensions, rule: OwnRule): boolean {
  const known = rule.operands.map(operand => solver.known(operand))
  if (known.includes(undefined)) return true
  const operands = known.flatMap((rows, i) => (i % 2 === 0 ? [{ shape: { rows, cols: known[i + 1] }, facts: 0 }] : []))
  try {
    // A shape rule looks at shapes alone; there are no expressions yet.
    const shape = rule.operator.shape(operands as never, undefined)
    return solver.unify(rule.result[0], solver.of(shape.rows)) && solver.unify(rule.result[1], solver.of(shape.cols))
  } catch (thrown) {
    const problem = requireProblem(thrown)
    return rule.fail(problem.message)
  }
}
