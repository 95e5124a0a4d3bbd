import { zeros } from '../expression/constants.ts'
import { costAlone } from '../expression/cost.ts'
import type { Expression } from '../expression/expression.ts'
import { isSeries } from '../expression/series.ts'
import { kindOf, type Shape, sameShape, shapeSize, transposedShape } from '../expression/shape.ts'
import { definitionOf, isNamed } from '../expression/symbols.ts'
import { reachable, replace, substituteThroughNames, throughNames } from '../expression/walk.ts'
import type { Identity } from '../identity/identity.ts'
import { type DerivativePair, type Layout, layoutCase } from '../identity/layout.ts'
import { readable } from '../limits.ts'
import { abbreviations, costWithDefinitions, mostNames, smallestSaving } from './abbreviate.ts'
import { pick } from './expand.ts'
import { runsOfOneIdentity, stepOf } from './line.ts'
import { factorMatrix, type LinearForm } from './linear-form.ts'
import type { Simplifier } from './simplify.ts'
import { type Block, cutDetours } from './step.ts'
import { isStructural, type StructureMode, withStructure } from './structured.ts'
import type { Change, Work } from './work.ts'
import { withGivenNames, withoutNames } from './written-out.ts'

/** What is done to a derivative that is asked for. */
export interface Ending {
  /** Whether this derivative is the answer. */
  readonly isLast?: boolean
  /** Whether sums over samples are written with the matrices of all samples. */
  readonly collect?: boolean
  readonly layout?: Layout
  readonly structure?: StructureMode
  /** The variable with the structure that is taken into account. */
  readonly structured?: Expression
  /** What is derived. */
  readonly f?: Expression
  /** Whether it is the only answer. */
  readonly isOnly?: boolean
}

/**
 * The block of a derivative: what is read off its term, by the rule for the kinds.
 * @param own what variables without structure stand for: from here on, that is known
 */
export function readOff(
  work: Work,
  form: LinearForm | undefined,
  f: Expression,
  by: readonly Expression[],
  variables: ReadonlySet<Expression>,
  own: ReadonlyMap<Expression, Expression> = new Map(),
): Block {
  const pair = { of: f.shape, by: by[by.length - 1].shape }
  const shape = numeratorShape(pair)
  const factor = form === undefined ? zeros(work.store, shape) : factorMatrix(work.store, form, shape)
  const start = substituteThroughNames(work.store, factor, own)
  if (!sameShape(start.shape, shape)) throw new Error('What was read off does not have the shape of the derivative.')
  const identity = pick(work, 'identify', identifyHeadings(pair, variables))
  return { left: { kind: 'derivative', by }, start, by: identity, steps: [], end: start }
}

/**
 * Takes account of structure and brings what was read off to the layout, where that is asked for, and to textbook form.
 * The answer keeps all names, or those of the program alone, or has all written out; what is repeated in what was written
 * out gets a name. The shortest way is taken. What is derived further has no other name than that of f: d of an
 * intermediate would have to be found again.
 */
export function finishReading(
  work: Work,
  simplifier: Simplifier,
  block: Block,
  pair: DerivativePair,
  { isLast = false, collect = false, layout, structure, structured, f, isOnly = false }: Ending = {},
): Expression {
  const isBegun = layout !== undefined && isConverted(block, layout)
  const finish = (from: Expression): Block => {
    const way: Block = { ...block, steps: [...block.steps] }
    if (from !== way.end) advance(work, way, [change(pick(work, 'definition', ['name']), way.end, from)], from)
    if (!isBegun && structure !== undefined && structured !== undefined && !isStructured(way)) {
      const used = withStructure(work, structure, way.end, pair.of, structured)
      advance(work, way, [used], used.to)
    }
    if (!isBegun && layout !== undefined) {
      const converted = layout.fromNumerator(work.store, way.end, pair)
      advance(work, way, [change(layout.identity, way.end, converted)], converted)
    }
    simplifyBlock(work, simplifier, way)
    return way
  }
  const { end } = block
  const unnamed = isBegun ? undefined : withoutNames(work, end)
  // A name alone says nothing, unless other answers have it too.
  const isBare = isOnly && !isBegun && isNamed(end) && end !== f && work.introduced.has(end.data!.name!)
  const kept = isBare ? definitionOf(end) : end
  const isShort = unnamed !== undefined || reachable([end]).every(node => !isNamed(node))
  const written = { block: finish(unnamed ?? kept), names: isLast && isShort && !collect ? mostNames : 0 }
  const isUseful = isLast || reachable([end]).every(node => !isNamed(node) || node === f)
  const named = unnamed !== undefined && isUseful ? { block: finish(kept), names: 0 } : written
  // Looking through all definitions is left out where there is nothing to choose, or many answers take quadratic time.
  const either = named !== written && isShorter(work, named, written, f) ? named : written
  const given = isLast && isOnly && !isBegun && !collect ? withGivenNames(work, end) : undefined
  const mixed = given === undefined || given === unnamed ? either : { block: finish(given), names: mostNames }
  const isMixed = mixed !== either && isReadable(work, mixed) && costOf(work, mixed, f) < costOf(work, either, f)
  const { block: best, names } = isMixed ? mixed : either
  if (isLast && !collect && (isOnly || names > 0)) abbreviate(work, best, names)
  if (collect) {
    collectSums(work, simplifier, best)
    if (isLast && isShort) abbreviate(work, best, mostNames)
    // So that the next answer has the same names.
    withoutNames(work, best.end)
  }
  const known = block.steps.length
  block.steps.push(...best.steps.slice(known))
  block.end = best.end
  cutDetours(block, known)
  return block.end
}

/** One of the forms in which a derivative may be written, and how many things that it repeats may get names. */
interface Way {
  readonly block: Block
  readonly names: number
}

/** What becomes of a derivative. Names that are given to see that are free again. */
function tried(work: Work, { block, names }: Way): Expression {
  const copy = { ...block, steps: [...block.steps] }
  work.release(abbreviate(work, copy, names))
  return copy.end
}

/** The cost of a derivative and of all definitions that it needs. */
const costOf = (work: Work, way: Way, f: Expression | undefined) => costWithDefinitions(tried(work, way), f)

/** A long way back through many layers is easier to read with a name for every stop. */
const isReadable = (work: Work, way: Way) => costAlone(tried(work, way)) <= readable.withGivenNames

/** Gives what is repeated up to so many names; these are what is returned. */
function abbreviate(work: Work, block: Block, names: number): Expression[] {
  const changes = abbreviations(work, block.end, names)
  for (const each of changes) advance(work, block, [each], replace(work.store, block.end, each.from, each.to))
  return changes.flatMap(({ introduces = [] }) => introduces)
}

/** Brings sums over samples to products of matrices, inner ones first. */
function collectSums(work: Work, simplifier: Simplifier, block: Block): void {
  for (let made = stacking(work, block.end); made !== undefined; made = stacking(work, block.end)) {
    advance(work, block, [made], replace(work.store, block.end, made.from, made.to))
    // What has a name by now is known by it.
    withoutNames(work, block.end)
  }
  simplifyBlock(work, simplifier, block)
}

function stacking(work: Work, expression: Expression): Change | undefined {
  for (const total of reachable([expression]).filter(isSeries)) {
    for (const identity of work.registry.candidates('stack', total.operator.name)) {
      const change = work.attempt(identity, total)
      if (change !== undefined) return change
    }
  }
  return undefined
}

/** Names of the program are kept wherever that makes things shorter, those of the derivation for more than a little. */
function isShorter(work: Work, named: Way, written: Way, f: Expression | undefined): boolean {
  const isIntroduced = reachable([named.block.end], throughNames).some(
    node => isNamed(node) && work.introduced.has(node.data!.name!),
  )
  const saving = costOf(work, written, f) - costOf(work, named, f)
  return saving > (isIntroduced ? smallestSaving : 0)
}

/** Whether account has been taken of the structure of the variable. */
export function isStructured({ steps }: Block): boolean {
  return steps.some(step => isStructural(step.identity))
}

/** Whether a derivative has been brought to the layout. Where that changes nothing, there is no step to tell. */
export function isConverted({ steps }: Block, { identity }: Layout): boolean {
  return steps.some(step => step.identity === identity)
}

function change(identity: Identity, from: Expression, to: Expression): Change {
  return { identity, from, to, conditions: [] }
}

/** Adds a step to the end of a block, where it changes anything. */
function advance(work: Work, block: Block, changes: readonly Change[], after: Expression): void {
  work.budget.spend()
  if (after === block.end) return
  block.steps.push(stepOf(changes, block.end, after, false))
  block.end = after
}

/**
 * Simplifies the last line of a block; gives what becomes of it. A factor that becomes part of the product around it is
 * no longer there to be changed on its own, so that one round may leave something for the next. Where laws undo each
 * other, so that a round ends where one has ended before, the shortest of the lines between is the last one.
 */
export function simplifyBlock(work: Work, simplifier: Simplifier, block: Block): Expression {
  for (const find of [simplifier.changes, simplifier.alone]) {
    const rounds = new Map<Expression, number>()
    while (!rounds.has(block.end)) {
      rounds.set(block.end, block.steps.length)
      for (const run of runsOfOneIdentity(find(block.end))) {
        const after = run.reduce(
          (result, { from, to }) => replace(work.store, result, from, to, simplifier.isWhole),
          block.end,
        )
        advance(work, block, run, after)
      }
    }
    const [shortest, length] = [...rounds]
      .slice([...rounds.keys()].indexOf(block.end))
      .reduce((best, round) => (costAlone(round[0]) < costAlone(best[0]) ? round : best))
    block.steps.length = length
    block.end = shortest
  }
  return block.end
}

/** The shape of a derivative in numerator layout. */
export function numeratorShape({ of, by }: DerivativePair): Shape {
  const [f, x] = [kindOf(of), kindOf(by)]
  if (f === 'scalar' && x === 'matrix') return transposedShape(by)
  if (f === 'matrix' && x === 'scalar') return of
  return { rows: shapeSize(of), cols: shapeSize(by) }
}

/** Which identification rules to look for: those of several variables first where there are several. */
function identifyHeadings(pair: DerivativePair, variables: ReadonlySet<Expression>): string[] {
  const single = layoutCase(kindOf(pair.of), kindOf(pair.by))
  if (variables.size === 1) return [single]
  const f = kindOf(pair.of) === 'row vector' ? 'vector' : kindOf(pair.of)
  const onlyScalars = [...variables].every(variable => kindOf(variable.shape) === 'scalar')
  return [...(onlyScalars ? [`${f} by scalars`] : []), `${f} by several`, single]
}
