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
import { type Begun, begunIn, formsIn, introducedIn, knownIn } from './begun.ts'
import { finishReading, readOff, simplifyBlock } from './read-off.ts'
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
 * @param begun lines that are there already, as somebody wrote them by hand: the strategy goes on from the last ones
 * @throws `unsupported`, `limit-exceeded`, `cancelled`, `plugin`
 */
export function derive(request: DerivationRequest, begun: readonly Block[] = []): Derivation {
  const { registry, store, budget, variables, expression, layout, order } = request
  if (order > budget.limits.order) {
    fail('limit-exceeded', `Expected an order of at most ${budget.limits.order}, received ${order}.`)
  }
  const names = introducedIn(begun).map(({ data }) => data!.name!)
  const taken = names.length === 0 ? request.taken : new Set([...request.taken, ...names])
  const work = createWork(registry, store, budget, variables, taken)
  const simplifier = createSimplifier(work)
  const blocks: Block[] = []
  const copies = begunIn(begun.map(block => ({ ...block, steps: [...block.steps] })))
  const progress = { request, begun: copies, blocks, work, simplifier }
  const aim = differentiate(progress, expression, variables)
  const differential = differentialLine(work, blocks)
  const answers = readOffAll(progress, aim, expression, [])
  return { expression, variables, layout, order, blocks, answers, differential, conditions: conditionsOf(blocks) }
}

/** One derivation as far as it has come. Blocks that were begun are continued where nothing builds on them yet. */
interface Progress {
  readonly request: DerivationRequest
  readonly begun: Begun
  readonly blocks: Block[]
  readonly work: Work
  readonly simplifier: Simplifier
}

/**
 * Reads the derivatives of f off its differential, or those of a derivative of f, and goes on to the order that was asked
 * for. The order of mixed derivatives makes no difference, so each is taken once: by x, x and x, y and y, y.
 */
function readOffAll(progress: Progress, aim: Aim, f: Expression, path: readonly Expression[]): Answer[] {
  const { request, work, simplifier } = progress
  const { order, variables } = request
  return [...aim.variables].flatMap(variable => {
    const by = [...path, variable]
    const derivative = derivativeBy(progress, aim, f, by)
    if (by.length === order) return [{ variable: by[0], by, expression: derivative }]
    const { gradient, column } = columnOf(work.store, derivative, by)
    const next = column === derivative ? column : gradientOf(progress, gradient, column)
    const others = variables.slice(variables.indexOf(variable))
    const ahead = others.length === aim.variables.size ? work : work.by(others)
    const tools = ahead === work ? simplifier : createSimplifier(ahead)
    const further = { ...progress, work: ahead, simplifier: tools }
    return readOffAll(further, differentiate(further, next, others, gradient), next, by)
  })
}

/** A derivative, read off and brought to its last form unless something builds on it already. */
function derivativeBy(
  { request, begun, blocks, work, simplifier }: Progress,
  aim: Aim,
  f: Expression,
  by: readonly Expression[],
): Expression {
  const variable = by[by.length - 1]
  const block = begun.derivative(by) ?? readOff(work, aim.found.get(variable), f, by, aim.variables)
  blocks.push(block)
  if (begun.gradient(by) !== undefined || begun.differentials(by).length > 0) return block.end
  const inLayout = by.length === request.order && dependsOnLayout(by) ? request.layout : undefined
  return finishReading(work, simplifier, block, { of: f.shape, by: variable.shape }, inLayout)
}

/** The block that says what the next derivative is taken of; gives that. */
function gradientOf({ begun, blocks, work, simplifier }: Progress, gradient: Gradient, column: Expression): Expression {
  const block = begun.gradient(gradient.by) ?? { left: gradient, start: column, steps: [], end: column }
  blocks.push(block)
  return begun.differentials(gradient.by).length > 0 ? block.end : simplifyBlock(work, simplifier, block)
}

/**
 * What the next derivative is taken of. Transposing before stacking puts the gradients of the entries of f below each
 * other, and their Hessians after that: Magnus and Neudecker, section 10.6.
 */
export function columnOf(
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

/** The line of df, or of the differential of a derivative, that nobody has worked on yet. */
export function firstLine(
  store: Store,
  expression: Expression,
  variables: readonly Expression[],
  gradient?: Gradient,
): Block {
  const isRow = kindOf(expression.shape) === 'row vector'
  const change = differential(store, expression)
  const start = isRow ? transpose(store, change) : change
  const form = isRow ? 'transposed' : 'plain'
  const left: Left = { kind: 'differential', of: undefined, form, variables, ...(gradient && { gradient }) }
  return { left, start, steps: [], end: start }
}

/** The lines of df: the differential of the expression, expanded and collected for what has not been read off yet. */
function differentiate(
  { begun, blocks, work, simplifier }: Progress,
  expression: Expression,
  variables: readonly Expression[],
  gradient?: Gradient,
): Aim {
  const kind = kindOf(expression.shape)
  const all = new Set(variables)
  const path = gradient?.by ?? []
  const lines = begun.differentials(path)
  blocks.push(...(lines.length > 0 ? lines : [firstLine(work.store, expression, variables, gradient)]))
  const aim: Aim = {
    of: kind === 'row vector' ? 'vector' : kind,
    variables: all,
    wanted: new Set(variables.filter(variable => begun.derivative([...path, variable]) === undefined)),
    introduced: new Set(introducedIn(lines)),
    blocks,
    found: formsIn(work.store, lines, all),
    forward: kind === 'matrix' && variables.every(variable => kindOf(variable.shape) === 'scalar'),
    known: knownIn(lines),
  }
  if (aim.wanted.size > 0) settle(work, simplifier, blocks[blocks.length - 1], aim)
  return aim
}

/** The last line about df before it was stacked into a vector: the derivative as a linear map. */
function differentialLine(work: Work, blocks: readonly Block[]): Expression {
  const { end } = blocks.findLast(
    ({ left }) => left.kind === 'differential' && left.of === undefined && left.form !== 'vec',
  )!
  return withoutNames(work, end) ?? end
}

/** What the identities of these blocks relied on, each once. */
export function conditionsOf(blocks: readonly Block[]): Condition[] {
  const conditions = new Map<string, Condition>()
  for (const { steps } of blocks) {
    for (const step of steps) {
      for (const condition of step.conditions)
        conditions.set(`${condition.predicate} ${condition.expression.id}`, condition)
    }
  }
  return [...conditions.values()]
}
