import { fail } from '../error.ts'
import type { Expression } from '../expression/expression.ts'
import { differential, flip, transpose, vec } from '../expression/linear.ts'
import { product } from '../expression/product.ts'
import { isColumn, isMatrix, isScalar, kindOf, type Shape } from '../expression/shape.ts'
import type { Store } from '../expression/store.ts'
import type { Condition, Identity } from '../identity/identity.ts'
import { dependsOnLayout, type Layout } from '../identity/layout.ts'
import type { Registry } from '../identity/registry.ts'
import type { Budget } from '../limits.ts'
import type { Aim } from './aim.ts'
import { type Begun, begunIn, formsIn, introducedIn, knownIn } from './begun.ts'
import { conditionsOf } from './conditions.ts'
import { type Freed, freeVariables } from './free-variables.ts'
import { type AsLinearMap, linearMaps } from './linear-map.ts'
import { type Ending, finishReading, readOff, simplifyBlock } from './read-off.ts'
import { createSimplifier, type Simplifier } from './simplify.ts'
import type { Block, Gradient, Left } from './step.ts'
import { settle } from './strategy.ts'
import { basisOf, isFlat, isStructural, type StructureMode } from './structured.ts'
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
  /** What becomes of the structure of variables; ignored where absent. */
  readonly structure?: StructureMode
  /** Whether sums over samples are written with the matrices of all samples, where that can be done. */
  readonly collect?: boolean
  readonly budget: Budget
  /** Names that the program uses, not to be given to intermediates. */
  readonly taken: ReadonlySet<string>
}

/** The derivative by one variable, or by several one after the other. */
export interface Answer {
  /** The first of `by`. */
  readonly variable: Expression
  readonly by: readonly Expression[]
  /** As the linear map dX ↦ df, where the derivative is a matrix for vec(dX); about the variable without structure. */
  readonly map?: Expression
  /** Such a map is not there because it would be too long to be read. */
  readonly mapLeftOut?: true
  /** The derivative in numerator layout before the structure of the variable was taken into account; where it was. */
  readonly plain?: Expression
  /** In the layout asked for, where that makes a difference. May contain named intermediates. */
  readonly expression: Expression
}

/** The argument and, as its last lines, the answer. */
export interface Derivation {
  readonly expression: Expression
  /** The expression of variables without structure, of which df is the differential. */
  readonly derived: Expression
  readonly variables: readonly Expression[]
  readonly layout: Layout
  readonly order: number
  readonly structure: StructureMode
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
  const { registry, store, budget, expression, layout, order, structure = 'ignore' } = request
  if (order > budget.limits.order) {
    fail('limit-exceeded', `Expected an order of at most ${budget.limits.order}, received ${order}.`)
  }
  const freed = freeVariables(request)
  const { derived, variables, own } = freed
  const curved = request.variables.find(each => isMatrix(each.shape) && !isFlat(each))
  if (structure !== 'ignore' && order > 1 && curved !== undefined) failOnCurved(curved)
  const names = introducedIn(begun).map(({ data }) => data!.name!)
  const taken = names.length === 0 ? request.taken : new Set([...request.taken, ...names])
  const work = createWork(registry, store, budget, [...variables, ...own.values()], taken)
  // The answers may use the names of the program again, of variables as they are and without their structure.
  for (const each of [expression, derived]) withoutNames(work, each)
  const simplifier = createSimplifier(work)
  const blocks: Block[] = []
  const copies = begunIn(begun.map(block => ({ ...block, steps: [...block.steps] })))
  const progress = { request, freed, begun: copies, blocks, work, simplifier }
  const aim = differentiate(progress, derived, variables)
  const differential = differentialLine(work, blocks)
  const maps = order === 1 ? linearMaps(work, simplifier, blocks, derived, variables) : undefined
  const answers = readOffAll({ ...progress, ...(maps && { maps }) }, aim, derived, [])
  const conditions = conditionsOf(work, blocks, own)
  const asked = { expression, derived, variables: request.variables, layout, order, structure }
  return { ...asked, blocks, answers, differential, conditions }
}

function failOnCurved({ data }: Expression): never {
  const reason = 'where the matrices with a structure form a curved set, it has a part that comes from the curvature'
  return fail('unsupported', `Expected order 1 for the orthogonal ${data!.name}: ${reason}.`, {
    suggestion: 'Ask for the structure "ignore" to have the plain derivative of higher order.',
  })
}

/** One derivation as far as it has come. Blocks that were begun are continued where nothing builds on them yet. */
interface Progress {
  readonly request: DerivationRequest
  readonly freed: Freed
  readonly begun: Begun
  readonly blocks: Block[]
  readonly work: Work
  readonly simplifier: Simplifier
  /** The derivatives as linear maps, by variable. */
  readonly maps?: ReadonlyMap<Expression, AsLinearMap>
}

/**
 * Reads the derivatives of f off its differential, or those of a derivative of f, and goes on to the order that was asked
 * for. The order of mixed derivatives makes no difference, so each is taken once: by x, x and x, y and y, y.
 */
function readOffAll(progress: Progress, aim: Aim, f: Expression, path: readonly Expression[]): Answer[] {
  const { request, freed, work, simplifier } = progress
  const { variables, own } = freed
  return [...aim.variables].flatMap(variable => {
    const by = [...path, variable]
    const block = derivativeBy(progress, aim, f, by)
    const derivative = block.end
    if (by.length === request.order) return [{ ...answerOf(block, by, freed), ...progress.maps?.get(variable) }]
    const { gradient, column, identity } = columnOf(work, request, derivative, f.shape, by)
    const next = column === derivative ? column : gradientOf(progress, gradient, column, identity)
    const others = variables.slice(variables.indexOf(variable))
    const ahead =
      others.length === aim.variables.size ? work : work.by(others.flatMap(each => [each, own.get(each) ?? each]))
    const tools = ahead === work ? simplifier : createSimplifier(ahead)
    const further = { ...progress, work: ahead, simplifier: tools }
    return readOffAll(further, differentiate(further, next, others, gradient), next, by)
  })
}

/** A derivative, read off and brought to its last form unless something builds on it already. */
function derivativeBy(
  { request, freed, begun, blocks, work, simplifier }: Progress,
  aim: Aim,
  f: Expression,
  by: readonly Expression[],
): Block {
  const variable = by[by.length - 1]
  const isLast = by.length === request.order
  const own = isLast ? freed.own : undefined
  const block = begun.derivative(by) ?? readOff(work, aim.found.get(variable), f, by, aim.variables, own)
  blocks.push(block)
  if (begun.gradient(by) !== undefined || begun.differentials(by).length > 0) return block
  const ending = isLast ? endingOf(request, freed, by) : { f: freed.derived }
  finishReading(work, simplifier, block, { of: f.shape, by: variable.shape }, ending)
  return block
}

/** What is done to the derivatives that are asked for. */
function endingOf(
  { layout, structure = 'ignore', collect = false }: DerivationRequest,
  { own, derived, variables }: Freed,
  by: readonly Expression[],
): Ending {
  const structured = own.get(by[by.length - 1])
  return {
    isLast: true,
    collect,
    f: derived,
    isOnly: variables.length === 1,
    ...(dependsOnLayout(by) && { layout }),
    ...(structure !== 'ignore' && structured && { structure, structured }),
  }
}

/** The answer that a block ends with. */
export function answerOf(block: Block, by: readonly Expression[], { own }: Freed): Answer {
  const all = by.map(variable => own.get(variable) ?? variable)
  const plain = block.steps.find(step => isStructural(step.identity))?.before
  return { variable: all[0], by: all, expression: block.end, ...(plain && { plain }) }
}

/** The block that says what the next derivative is taken of; gives that. */
function gradientOf(
  { begun, blocks, work, simplifier }: Progress,
  gradient: Gradient,
  column: Expression,
  by: Identity | undefined,
): Expression {
  const block = begun.gradient(gradient.by) ?? {
    left: gradient,
    start: column,
    ...(by && { by }),
    steps: [],
    end: column,
  }
  blocks.push(block)
  return begun.differentials(gradient.by).length > 0 ? block.end : simplifyBlock(work, simplifier, block)
}

/** What the next derivative is taken of, and the law that takes account of structure, where one does. */
export interface Column {
  readonly gradient: Gradient
  readonly column: Expression
  readonly identity?: Identity
}

/**
 * What the next derivative is taken of. Transposing before stacking puts the gradients of the entries of f below each
 * other, and their Hessians after that: Magnus and Neudecker, section 10.6. Of a variable with structure each gradient is
 * that by what the mode speaks of, B'*vec(G): so the Hessian becomes B'*H*B.
 */
export function columnOf(
  work: Work,
  request: DerivationRequest,
  derivative: Expression,
  of: Shape,
  by: readonly Expression[],
): Column {
  const { store } = work
  const { structure = 'ignore' } = request
  const variable = by[by.length - 1]
  const gradient = (form: Gradient['form']): Gradient => ({ kind: 'gradient', by, form })
  if (isScalar(variable.shape)) return { gradient: gradient('same'), column: derivative }
  const turned = flip(store, derivative)
  const structured = structure === 'ignore' ? undefined : freeVariables(request).own.get(variable)
  if (structured !== undefined) {
    const { basis, identity } = basisOf(work, structure, structured)
    const gradients = isScalar(of) ? vec(store, turned) : turned
    const own = product(store, [flip(store, basis), gradients])
    return isColumn(own.shape)
      ? { gradient: gradient('transposed'), column: own, identity }
      : { gradient: gradient('stacked'), column: vec(store, own), identity }
  }
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
