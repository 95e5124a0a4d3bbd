import { fail } from '../error.ts'
import type { Expression } from '../expression/expression.ts'
import { differential, flip, transpose, vec } from '../expression/linear.ts'
import { kindOf } from '../expression/shape.ts'
import type { Store } from '../expression/store.ts'
import type { Condition } from '../identity/identity.ts'
import type { Layout } from '../identity/layout.ts'
import type { Registry } from '../identity/registry.ts'
import type { Budget } from '../limits.ts'
import type { Aim } from './aim.ts'
import { readOff, simplifyBlock } from './read-off.ts'
import { createSimplifier, type Simplifier } from './simplify.ts'
import type { Block } from './step.ts'
import { settle } from './strategy.ts'
import { createWork, type Work } from './work.ts'
import { withoutNames } from './written-out.ts'

/** What is to be derived. */
export interface DerivationRequest {
  readonly registry: Registry
  /** Where `expression` lives. */
  readonly store: Store
  /** f, with named intermediates as `name` leaves. */
  readonly expression: Expression
  /** The symbols to derive by. */
  readonly variables: readonly Expression[]
  readonly layout: Layout
  /** 1, or 2 for the second derivative of a scalar. */
  readonly order: 1 | 2
  readonly budget: Budget
  /** Names that the program uses, not to be given to intermediates. */
  readonly taken: ReadonlySet<string>
}

/** The derivative by one variable. */
export interface Answer {
  readonly variable: Expression
  /** In the layout asked for. May contain named intermediates. */
  readonly expression: Expression
}

/** The argument and, as its last lines, the answer. */
export interface Derivation {
  readonly expression: Expression
  readonly layout: Layout
  readonly order: 1 | 2
  readonly blocks: readonly Block[]
  /** One for each variable, in the order asked. */
  readonly answers: readonly Answer[]
  /** df as a function of the variables' differentials, without intermediates where that is short. */
  readonly differential: Expression
  /** What the identities relied on, each once. */
  readonly conditions: readonly Condition[]
}

/**
 * Derives step by step. The blocks are the argument: first the lines of df, then for each variable what is read off,
 * brought to the layout and simplified. The answer is the last line of its block.
 * @throws `unsupported`, `limit-exceeded`, `cancelled`, `plugin`
 */
export function derive(request: DerivationRequest): Derivation {
  const { registry, store, budget, variables, taken } = request
  const work = createWork(registry, store, budget, variables, taken)
  const simplifier = createSimplifier(work)
  const blocks: Block[] = []
  const derivation = request.order === 1 ? deriveOnce : deriveTwice
  const { answers, differential } = derivation(work, simplifier, request, blocks)
  return {
    expression: request.expression,
    layout: request.layout,
    order: request.order,
    blocks,
    answers,
    differential,
    conditions: conditionsOf(blocks),
  }
}

type Result = Pick<Derivation, 'answers' | 'differential'>

function deriveOnce(work: Work, simplifier: Simplifier, request: DerivationRequest, blocks: Block[]): Result {
  const { expression, variables, layout } = request
  const aim = differentiate(work, simplifier, expression, variables, 1, blocks)
  const answers = variables.map(variable => ({
    variable,
    expression: readOff(work, simplifier, aim, expression, [variable], blocks, layout),
  }))
  return { answers, differential: differentialLine(work, blocks) }
}

/**
 * The second derivative of a scalar: the derivative of the gradient, stacked into a column, by the stacked variable.
 * It is the same in every layout.
 */
function deriveTwice(work: Work, simplifier: Simplifier, request: DerivationRequest, blocks: Block[]): Result {
  const { store } = work
  const { expression, variables } = request
  if (kindOf(expression.shape) !== 'scalar') {
    fail('unsupported', 'Expected a scalar expression for order 2.', {
      suggestion: 'Ask for the first derivative, or stack its entries.',
    })
  }
  const first = differentiate(work, simplifier, expression, variables, 1, blocks)
  const linear = differentialLine(work, blocks)
  const answers = variables.map(variable => {
    const derivative = readOff(work, simplifier, first, expression, [variable], blocks)
    const kind = kindOf(variable.shape)
    const column =
      kind === 'scalar' ? derivative : kind === 'matrix' ? vec(store, flip(store, derivative)) : flip(store, derivative)
    const gradientBlock: Block = { left: { kind: 'gradient' }, start: column, steps: [], end: column }
    blocks.push(gradientBlock)
    const gradient = simplifyBlock(work, simplifier, gradientBlock)
    const second = differentiate(work, simplifier, gradient, [variable], 2, blocks)
    return {
      variable,
      expression: readOff(work, simplifier, second, gradient, [variable, variable], blocks),
    }
  })
  return { answers, differential: linear }
}

/** The lines of df: the differential of the expression, expanded and collected. */
function differentiate(
  work: Work,
  simplifier: Simplifier,
  expression: Expression,
  variables: readonly Expression[],
  order: 1 | 2,
  blocks: Block[],
): Aim {
  const kind = kindOf(expression.shape)
  const isRow = kind === 'row vector'
  const change = differential(work.store, expression)
  const start = isRow ? transpose(work.store, change) : change
  const left = { kind: 'differential', of: undefined, order, form: isRow ? 'transposed' : 'plain' } as const
  const block: Block = { left, start, steps: [], end: start }
  blocks.push(block)
  const aim: Aim = {
    of: isRow ? 'vector' : kind,
    variables: new Set(variables),
    introduced: new Set(),
    blocks,
    found: new Map(),
    forward: kind === 'matrix' && variables.every(variable => kindOf(variable.shape) === 'scalar'),
    known: new Map(),
  }
  settle(work, simplifier, block, aim)
  return aim
}

/** The last line about df before it was stacked into a vector: the derivative as a linear map. */
function differentialLine(work: Work, blocks: readonly Block[]): Expression {
  const { end } = blocks.findLast(
    ({ left }) => left.kind === 'differential' && left.of === undefined && left.form !== 'vec',
  )!
  return withoutNames(work, end) ?? end
}

function conditionsOf(blocks: readonly Block[]): Condition[] {
  const conditions = new Map<string, Condition>()
  for (const { steps } of blocks) {
    for (const step of steps) {
      for (const condition of step.conditions)
        conditions.set(`${condition.predicate} ${condition.expression.id}`, condition)
    }
  }
  return [...conditions.values()]
}
