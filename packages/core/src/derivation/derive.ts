import { fail } from '../error.ts'
import type { Expression } from '../expression/expression.ts'
import { differential, flip, transpose, vec } from '../expression/linear.ts'
import { isScalar, kindOf } from '../expression/shape.ts'
import type { Store } from '../expression/store.ts'
import type { Condition } from '../identity/identity.ts'
import { dependsOnLayout, type Layout } from '../identity/layout.ts'
import type { Registry } from '../identity/registry.ts'
import type { Budget } from '../limits.ts'
import type { Aim } from './aim.ts'
import { readOff, simplifyBlock } from './read-off.ts'
import { createSimplifier, type Simplifier } from './simplify.ts'
import type { Block, Gradient, Left } from './step.ts'
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
  /** How often it is derived: 2 for second derivatives. */
  readonly order: number
  readonly budget: Budget
  /** Names that the program uses, not to be given to intermediates. */
  readonly taken: ReadonlySet<string>
}

/** The derivative by one variable, or by several one after the other. */
export interface Answer {
  /** The first of `by`. */
  readonly variable: Expression
  readonly by: readonly Expression[]
  /** In the layout asked for, where that makes a difference. May contain named intermediates. */
  readonly expression: Expression
}

/** The argument and, as its last lines, the answer. */
export interface Derivation {
  readonly expression: Expression
  readonly variables: readonly Expression[]
  readonly layout: Layout
  readonly order: number
  readonly blocks: readonly Block[]
  /** One for each variable, in the order asked; of order 2 one for each pair. */
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
  const { registry, store, budget, variables, taken, expression, layout, order } = request
  if (order > budget.limits.order) {
    fail('limit-exceeded', `Expected an order of at most ${budget.limits.order}, received ${order}.`)
  }
  const work = createWork(registry, store, budget, variables, taken)
  const simplifier = createSimplifier(work)
  const blocks: Block[] = []
  const aim = differentiate(work, simplifier, expression, variables, blocks)
  const differential = differentialLine(work, blocks)
  const answers = readOffAll(work, simplifier, request, blocks, aim, expression, [])
  return { expression, variables, layout, order, blocks, answers, differential, conditions: conditionsOf(blocks) }
}

/**
 * Reads the derivatives of f off its differential, or those of a derivative of f, and goes on to the order that was asked
 * for. The order of mixed derivatives makes no difference, so each is taken once: by x, x and x, y and y, y.
 */
function readOffAll(
  work: Work,
  simplifier: Simplifier,
  request: DerivationRequest,
  blocks: Block[],
  aim: Aim,
  f: Expression,
  path: readonly Expression[],
): Answer[] {
  const { order, layout, variables } = request
  return [...aim.variables].flatMap(variable => {
    const by = [...path, variable]
    const isLast = by.length === order
    const inLayout = isLast && dependsOnLayout(by) ? layout : undefined
    const derivative = readOff(work, simplifier, aim, f, by, blocks, inLayout)
    if (isLast) return [{ variable: by[0], by, expression: derivative }]
    const { gradient, column } = columnOf(work.store, derivative, by)
    const next = column === derivative ? column : gradientOf(work, simplifier, blocks, gradient, column)
    const others = variables.slice(variables.indexOf(variable))
    const ahead = others.length === aim.variables.size ? work : work.by(others)
    const tools = ahead === work ? simplifier : createSimplifier(ahead)
    const further = differentiate(ahead, tools, next, others, blocks, gradient)
    return readOffAll(ahead, tools, request, blocks, further, next, by)
  })
}

/** The block that says what the next derivative is taken of; gives that. */
function gradientOf(
  work: Work,
  simplifier: Simplifier,
  blocks: Block[],
  gradient: Gradient,
  column: Expression,
): Expression {
  const block: Block = { left: gradient, start: column, steps: [], end: column }
  blocks.push(block)
  return simplifyBlock(work, simplifier, block)
}

/**
 * What the next derivative is taken of. Transposing before stacking puts the gradients of the entries of f below each
 * other, and their Hessians after that: Magnus and Neudecker, section 10.6.
 */
function columnOf(
  store: Store,
  derivative: Expression,
  by: readonly Expression[],
): { gradient: Gradient; column: Expression } {
  const gradient = (form: Gradient['form']): Gradient => ({ kind: 'gradient', by, form })
  if (isScalar(by[by.length - 1].shape)) return { gradient: gradient('same'), column: derivative }
  const turned = flip(store, derivative)
  return kindOf(turned.shape) === 'matrix'
    ? { gradient: gradient('stacked'), column: vec(store, turned) }
    : { gradient: gradient('transposed'), column: turned }
}

/** The lines of df: the differential of the expression, expanded and collected. */
function differentiate(
  work: Work,
  simplifier: Simplifier,
  expression: Expression,
  variables: readonly Expression[],
  blocks: Block[],
  gradient?: Gradient,
): Aim {
  const kind = kindOf(expression.shape)
  const isRow = kind === 'row vector'
  const change = differential(work.store, expression)
  const start = isRow ? transpose(work.store, change) : change
  const form = isRow ? 'transposed' : 'plain'
  const left: Left = { kind: 'differential', of: undefined, form, variables, ...(gradient && { gradient }) }
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
