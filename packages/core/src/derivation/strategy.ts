import { fail } from '../error.ts'
import type { Expression } from '../expression/expression.ts'
import { isElementwiseFunction } from '../expression/functions.ts'
import { differential, vec } from '../expression/linear.ts'
import { isScalar, type Kind, kindOf } from '../expression/shape.ts'
import { sum, sumOperator } from '../expression/sum.ts'
import { definitionOf, isNamed } from '../expression/symbols.ts'
import { reachable, rebuild, throughNames } from '../expression/walk.ts'
import { expand, pick } from './expand.ts'
import { intermediates } from './intermediates.ts'
import { isolation } from './isolate.ts'
import { createLine, type Line } from './line.ts'
import { assemble, differentialOf, type LinearForm, linearForm, pathToDifferential } from './linear-form.ts'
import type { Simplifier } from './simplify.ts'
import type { Block } from './step.ts'
import type { Change, Work } from './work.ts'

/** What stands before d(y) gets a name of its own from this cost on: some 10 symbols. */
const longestUnnamed = 100

/** Where linear form needs vec, a term is brought to it when its d(.) lies this deep. */
const deepestInPlace = 16

/** What a line is about. */
export interface Aim {
  /** The kind of f, which decides the linear form. */
  readonly of: Kind
  readonly variables: ReadonlySet<Expression>
  /** The intermediates that the program did not name but this derivation did. */
  readonly introduced: Set<Expression>
  /** Where blocks are recorded. */
  readonly blocks: Block[]
  /** What was read off while the line was still matrix-valued: the derivatives by scalars. */
  readonly found: Map<Expression, LinearForm>
  /** Whether d(y) of an intermediate is found before d(f): for a matrix-valued f of scalars. */
  readonly forward: boolean
  /** The differentials of intermediates already found, for lines that run forward. */
  readonly known: Map<Expression, Expression>
}

/**
 * Expands a line until only differentials of the variables are left, one term for each, in linear form.
 * The d(Z) whose Z comes last in topological order goes first, so that every contribution to a shared Z has arrived
 * and is merged before Z is expanded, once.
 */
export function settle(work: Work, simplifier: Simplifier, block: Block, aim: Aim): Line {
  let line = createLine(work, block)
  const opened = new Map<Expression, Expression>()
  present(work, line, line.terms.length === 0 ? [] : [0], aim)
  for (let target = latest(line, aim); target !== undefined; target = latest(line, aim)) {
    const [z] = target.operands
    let places = line.placesOf(z)
    if (aim.forward && isNamed(z) && work.depends(z)) runForward(work, simplifier, z, aim)
    if (aim.known.has(z)) {
      const identity = pick(work, 'definition', ['name'])
      places = line.apply([{ identity, from: target, to: aim.known.get(z)!, conditions: [] }], places)
      distribute(work, line, places)
      continue
    }
    if (isNamed(z) && needsLinearForm(line, z, places, aim)) {
      if (aim.of === 'matrix') {
        line = stack(work, line, aim)
        places = line.placesOf(z)
      }
      places = nameFactor(work, line, gather(work, simplifier, line, places), aim)
      if (places.length === 0) continue
    }
    if (isNamed(z) && !aim.introduced.has(z)) {
      opened.set(definitionOf(z), z)
      present(work, line, open(work, line, target, places, aim), aim)
      continue
    }
    places = line.apply([expand(work, target, opened.get(z))], places)
    places = distribute(work, line, places)
    line.tidy(simplifier, places)
  }
  const scalars = [...aim.variables].filter(variable => isScalar(variable.shape))
  const others = [...aim.variables].filter(variable => !isScalar(variable.shape))
  gatherAll(work, simplifier, line, scalars, aim)
  if (aim.of === 'matrix' && others.length > 0) line = stack(work, line, aim)
  gatherAll(work, simplifier, line, others, aim)
  return line
}

/** Merges the terms of each variable and keeps what is read off them. */
function gatherAll(work: Work, simplifier: Simplifier, line: Line, variables: readonly Expression[], aim: Aim): void {
  for (const variable of variables) {
    const places = line.placesOf(variable)
    const [place] = places.length > 0 ? gather(work, simplifier, line, places) : []
    if (place !== undefined) aim.found.set(variable, linearForm(work.store, line.terms[place])!)
  }
}

/** The d(Z) with the latest Z that is no variable. */
function latest(line: Line, aim: Aim): Expression | undefined {
  let found: Expression | undefined
  for (const term of line.terms) {
    const target = differentialOf(term)
    if (aim.variables.has(target.operands[0])) continue
    if (found === undefined || target.operands[0].id > found.operands[0].id) found = target
  }
  return found
}

/**
 * Gets ready to expand d(f), f as somebody wrote it: rewrites what differentiates better in another form, and gives
 * names to what is used more than once. The terms at the places hold the same d(f).
 */
function present(work: Work, line: Line, places: readonly number[], aim: Aim): void {
  if (places.length === 0) return
  const inner = () => differentialOf(line.terms[places[0]]).operands[0]
  if (isNamed(inner()) || aim.variables.has(inner())) return
  for (const change of preparation(work, inner())) line.apply([change], places)
  const before = inner()
  const { chosen, prefixes } = intermediates(work, before)
  if (chosen.length === 0) return
  // Later ones contain earlier ones, so each is named in terms of the names already given.
  const renamed = new Map<Expression, Expression>()
  const regroup = (node: Expression, original: Expression) => {
    const prefix = prefixes.get(original)
    const name = prefix && renamed.get(prefix)
    return name === undefined ? node : sum(work.store, [name, ...node.operands.slice(prefix!.operands.length)])
  }
  const stems = chosen.map(stemFor)
  const counts = new Map<string, number>()
  for (const stem of stems) counts.set(stem, (counts.get(stem) ?? 0) + 1)
  for (const [i, node] of chosen.entries()) {
    const definition = rebuild(work.store, node, regroup, renamed)
    const isOneOfMany = counts.get(stems[i])! > 1
    const name = work.introduce(stems[i], definition, isOneOfMany)
    aim.introduced.add(name)
    renamed.set(node, name)
  }
  const outermost = chosen[chosen.length - 1]
  const identity = pick(work, 'chain', [`${kindOf(before.shape)} by ${kindOf(outermost.shape)}`, 'any'])
  // All in one step: one name at a time would write the line as often as there are names.
  const to = rebuild(work.store, before, regroup, renamed)
  const introduces = chosen.map(node => renamed.get(node)!)
  line.apply([{ identity, from: before, to, conditions: [], introduces }], places)
}

/** The uses of identities of phase `prepare`, operands before users. */
function preparation(work: Work, f: Expression): Change[] {
  const changes: Change[] = []
  rebuild(work.store, f, node => {
    let prepared = node
    for (const identity of work.registry.candidates('prepare', node.operator.name)) {
      const change = work.depends(node) ? work.attempt(identity, prepared) : undefined
      if (change === undefined) continue
      changes.push(change)
      prepared = change.to
    }
    return prepared
  })
  return changes
}

/** The letter people use: h for what comes out of a layer, y, Y, s and r for other vectors, matrices, scalars and rows. */
function stemFor({ shape, operator }: Expression): string {
  const kind = kindOf(shape)
  if (kind === 'vector') return operator.elementwise || isElementwiseFunction(operator) ? 'h' : 'y'
  if (kind === 'matrix') return operator.elementwise || isElementwiseFunction(operator) ? 'H' : 'Y'
  return kind === 'scalar' ? 's' : 'r'
}

/** Opens a name that the program gave: d(y) becomes d of its definition, which is where the chain rule goes on. */
function open(work: Work, line: Line, target: Expression, places: readonly number[], aim: Aim): number[] {
  const [name] = target.operands
  const definition = definitionOf(name)
  const kinds = `${aim.of} by ${kindOf(name.shape)}`
  const identity = pick(work, 'chain', [kinds, 'any'])
  const to = differential(work.store, definition)
  return line.apply([{ identity, from: target, to, conditions: [] }], places)
}

/**
 * Whether the terms are brought to linear form before d(z) is expanded. It costs nothing as long as it needs no vec;
 * with vec the lines get harder to read, so that waits until terms must be merged or have grown deep.
 */
function needsLinearForm(line: Line, z: Expression, places: readonly number[], aim: Aim): boolean {
  if (aim.of === 'scalar' || (aim.of === 'vector' && kindOf(z.shape) !== 'matrix')) return true
  // What is read off by a scalar must not be stacked, so a line with both kinds of variables is expanded in place.
  if (aim.of === 'matrix' && [...aim.variables].some(variable => isScalar(variable.shape))) return false
  return places.length > 1 || pathToDifferential(line.terms[places[0]]).length > deepestInPlace
}

/** Takes sums out of what stands around them, so that every term holds one d(.). */
function distribute(work: Work, line: Line, places: readonly number[]): number[] {
  let open = [...places]
  for (;;) {
    const changes: Change[] = []
    for (const place of open) {
      const change = distribution(work, line.terms[place])
      if (change !== undefined && changes.every(other => other.from !== change.from)) changes.push(change)
    }
    if (changes.length === 0) return open
    open = line.apply(changes, open)
  }
}

function distribution(work: Work, term: Expression): Change | undefined {
  const path = pathToDifferential(term)
  const position = path.findLastIndex(node => node.operator === sumOperator)
  if (position < 1) return undefined
  const identity = pick(work, 'isolate', ['plus'])
  return work.attempt(identity, path[position - 1])
}

/** Goes over to vec(df): the equations of a matrix-valued f are stacked into one vector. */
function stack(work: Work, line: Line, aim: Aim): Line {
  if (line.terms.some(term => kindOf(term.shape) === 'matrix')) {
    const last = aim.blocks.at(-1)!
    const left = { ...last.left, form: 'vec' as const } as Block['left']
    const block: Block = { left, start: vec(work.store, line.expression()), steps: [] }
    aim.blocks.push(block)
    const stacked = createLine(work, block)
    distribute(work, stacked, [0])
    return stacked
  }
  return line
}

/** Brings the terms at the places, all with the same d(.), to linear form and merges them; gives the places left. */
function gather(work: Work, simplifier: Simplifier, line: Line, places: readonly number[]): number[] {
  const { store } = work
  let now: number[] = []
  for (const place of [...places].reverse()) {
    let here = [place]
    for (let change = isolation(work, line.terms[place]); change; change = isolation(work, line.terms[place])) {
      line.apply([change], here)
      here = line.tidy(simplifier, here)
      if (here.length === 0) break
    }
    now = [...here, ...now.map(other => other + here.length - 1)]
  }
  while (now.length > 1) {
    const total = store.intern(
      sumOperator,
      now.map(place => line.terms[place]),
    )
    now = line.merge(merger(work, total), now)
  }
  return line.tidy(simplifier, now)
}

/** The use of an identity that makes one term of a sum of linear forms. */
function merger(work: Work, total: Expression): Change {
  const candidates = [...work.registry.candidates('collect', 'like'), ...work.registry.candidates('collect', 'any')]
  for (const identity of candidates) {
    const change = work.attempt(identity, total)
    if (change !== undefined) return change
  }
  return fail('plugin', 'Expected an identity of phase "collect" that merges terms with one differential; add one.')
}

/** Gives the factor before d(y) a name where it is long. */
function nameFactor(work: Work, line: Line, places: readonly number[], aim: Aim): number[] {
  if (places.length !== 1) return [...places]
  const term = line.terms[places[0]]
  const { form, factor, by } = linearForm(work.store, term)!
  if (factor === undefined || factor.cost <= longestUnnamed) return [...places]
  // The factor before d(h2) is delta2.
  const name = work.introduce(`delta${/\d*$/.exec(by.data?.name ?? '')}`, factor)
  aim.introduced.add(name)
  const identity = pick(work, 'definition', ['name'])
  return line.apply(
    [{ identity, from: term, to: assemble(work.store, form, name, by), conditions: [], introduces: [name] }],
    places,
  )
}

/**
 * Finds d(y) = M*d(t) for an intermediate and all below it, those that others use first. Only a matrix-valued f
 * of scalars needs it: there every differential is as short as M, and nothing is gained by running backward.
 */
function runForward(work: Work, simplifier: Simplifier, top: Expression, aim: Aim): void {
  const names = reachable([top], throughNames).filter(
    node => isNamed(node) && work.depends(node) && !aim.known.has(node),
  )
  for (const name of names) {
    const left = { kind: 'differential', of: name, order: 1, form: 'plain' } as const
    const block: Block = { left, start: differential(work.store, definitionOf(name)), steps: [] }
    // Before the block that needs it.
    aim.blocks.splice(aim.blocks.length - 1, 0, block)
    const line = settle(work, simplifier, block, { ...aim, of: 'matrix', found: new Map() })
    for (let place = 0; place < line.terms.length; place++) nameFactor(work, line, [place], aim)
    aim.known.set(name, line.expression())
  }
}
