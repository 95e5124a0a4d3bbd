import type { Expression } from '../expression/expression.ts'
import { differential, vec } from '../expression/linear.ts'
import { freshIndex, isMember, isSeries, replaceIndex, series } from '../expression/series.ts'
import { isScalar, kindOf } from '../expression/shape.ts'
import { definitionOf, isNamed } from '../expression/symbols.ts'
import { reachable, substituteThroughNames, throughNames } from '../expression/walk.ts'
import type { Aim } from './aim.ts'
import { openedIn } from './begun.ts'
import { expand, pick } from './expand.ts'
import { distribute, gather, gatherAll } from './gathering.ts'
import { intermediates } from './intermediates.ts'
import { aroundSeries } from './isolate.ts'
import { createLine, type Line } from './line.ts'
import { pathToDifferential } from './linear-form.ts'
import { nameFactor, present } from './naming.ts'
import type { Simplifier } from './simplify.ts'
import type { Block } from './step.ts'
import type { Change, Work } from './work.ts'

/** Where linear form needs vec, a term is brought to it when its d(.) lies this deep. */
const deepestInPlace = 16

/**
 * Expands a line until only differentials of the variables are left, one term for each, in linear form.
 * The d(Z) whose Z comes last in topological order goes first, so that every contribution to a shared Z has arrived
 * and is merged before Z is expanded, once. The line may be any that equals the differential.
 */
export function settle(work: Work, simplifier: Simplifier, block: Block, aim: Aim): Line {
  let line = createLine(work, block)
  const opened = openedIn(work.store, block)
  const places = distribute(
    work,
    line,
    line.terms.map((_, place) => place),
  )
  if (isUntidy(block)) line.tidy(simplifier, places)
  presentAll(work, line, aim)
  for (let target = latest(line, aim); target !== undefined; target = latest(line, aim)) {
    const [z] = target.operands
    let places = line.placesOf(z)
    if (z.free !== 0 && deservesLines(work, line.terms[places[0]]) && !isMixed(aim)) {
      if (aim.of === 'matrix' && !aim.forward) line = stack(work, line, aim)
      for (const place of line.placesOf(z).reverse()) settleTerm(work, simplifier, line, place, block, aim)
      continue
    }
    if (aim.forward && isNamed(z) && work.depends(z)) runForward(work, simplifier, z, block, aim)
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
    places = line.apply(
      isMember(z) && work.depends(z) ? single(work, line, places) : [expand(work, target, opened.get(z))],
      places,
    )
    places = distribute(work, line, places)
    line.tidy(simplifier, places)
  }
  const scalars = [...aim.wanted].filter(variable => isScalar(variable.shape))
  const others = [...aim.wanted].filter(variable => !isScalar(variable.shape))
  gatherAll(work, simplifier, line, scalars, aim)
  if (aim.of === 'matrix' && others.length > 0) line = stack(work, line, aim)
  gatherAll(work, simplifier, line, others, aim)
  line.finish()
  return line
}

/** Whether the last step of a line that was begun is one after which terms are simplified. */
function isUntidy({ steps }: Block): boolean {
  const phases = steps.at(-1)?.identity.phases ?? []
  return phases.some(phase => phase === 'differential' || phase === 'isolate' || phase === 'simplify')
}

/** Gets ready to expand every d(f) that the line holds; at first it is one. */
function presentAll(work: Work, line: Line, aim: Aim): void {
  const found = new Set(line.terms.map((_, place) => line.differentialAt(place).operands[0]))
  for (const f of found) present(work, line, line.placesOf(f), aim)
}

/** The d(Z) with the latest Z that is no variable. */
function latest(line: Line, aim: Aim): Expression | undefined {
  let found: Expression | undefined
  for (let place = 0; place < line.terms.length; place++) {
    const target = line.differentialAt(place)
    if (aim.variables.has(target.operands[0])) continue
    if (found === undefined || target.operands[0].id > found.operands[0].id) found = target
  }
  return found
}

/**
 * What becomes of d(x[i]) by one member x[k] of the family: of a sum over all members only the term with i = k is left,
 * any other one changes where its number is k. @throws `plugin` where no identity says so
 */
function single(work: Work, line: Line, places: readonly number[]): Change[] {
  const changes = new Map<Expression, Change>()
  for (const place of places) {
    const path = pathToDifferential(line.terms[place])
    const change = path[path.length - 1]
    const [, index] = change.operands[0].operands
    const total = path.find(node => isSeries(node) && node.operands[0] === index)
    const alone = total && work.attempt(pick(work, 'chain', ['member']), total)
    const made = alone ?? work.attempt(pick(work, 'chain', ['any member']), change)
    if (made === undefined) throw new Error('A member of a family by which it is derived has no differential.')
    changes.set(made.from, made)
  }
  return [...changes.values()]
}

/** Whether a matrix-valued f is derived by scalars as well: what is read off by a scalar must not be stacked. */
function isMixed({ of, forward, variables }: Aim): boolean {
  return of === 'matrix' && !forward && [...variables].some(variable => isScalar(variable.shape))
}

/**
 * Whether the terms of the sum in which d(Z) stands are long enough to have names for parts of them. Those differ from
 * term to term, so they can only be spoken of in lines about a single term.
 */
function deservesLines(work: Work, term: Expression): boolean {
  const path = pathToDifferential(term)
  const [z] = path[path.length - 1].operands
  const closed = path
    .filter(node => isSeries(node) && (z.free & node.operands[0].free) !== 0)
    .reduce(
      (inner, { operands: [index] }) => replaceIndex(work.store, inner, index, work.numberOfTerm(index, inner)),
      z,
    )
  const isFamilyName = (node: Expression) => isNamed(node) && work.depends(node) && work.numbersIn(node).length > 0
  return reachable([closed]).some(isFamilyName) || intermediates(work, closed).chosen.length > 0
}

/**
 * Finds the differential of any one term of the sum that a term of the line is, in lines of their own, and puts it into
 * the sum. What is the same in all terms is left to the line around.
 */
function settleTerm(work: Work, simplifier: Simplifier, line: Line, place: number, before: Block, aim: Aim): void {
  const { store } = work
  const inside = () => aroundSeries(work, line.terms[place])
  for (let change = inside(); change !== undefined; change = inside()) line.apply([change], [place])
  const total = pathToDifferential(line.terms[place]).find(isSeries)!
  const [index, limit, term] = total.operands
  const number = work.numberOfTerm(index, term)
  const start = replaceIndex(store, term, index, number)
  const shared = reachable([start], throughNames).filter(
    node =>
      work.depends(node) &&
      ((isMember(node) && node.free === 0) || (isNamed(node) && work.numbersIn(node).length === 0)),
  )
  const variables = new Set([...aim.variables, ...shared])
  const left = { kind: 'differential', of: start, form: 'term', variables: [...aim.variables] } as const
  const block: Block = { left, start, steps: [], end: start }
  insert(block, before, aim)
  const own = { ...aim, of: kindOf(start.shape), variables, wanted: variables, found: new Map() }
  const found = settle(work, simplifier, block, own).expression()
  const again = freshIndex(store, [found])
  const any = substituteThroughNames(store, found, new Map([[number, again]]))
  const to = series(store, again, limit, any, index.data!.name)
  const identity = pick(work, 'definition', ['name'])
  distribute(work, line, line.apply([{ identity, from: total, to, conditions: [] }], [place]))
}

/** Puts a block before the one that needs it. */
function insert(block: Block, before: Block, { blocks }: Aim): void {
  blocks.splice(blocks.indexOf(before), 0, block)
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
  // A line with both kinds of variables is expanded in place.
  if (isMixed(aim) || aim.forward) return false
  return places.length > 1 || pathToDifferential(line.terms[places[0]]).length > deepestInPlace
}

/** Goes over to vec(df): the equations of a matrix-valued f are stacked into one vector. */
function stack(work: Work, line: Line, aim: Aim): Line {
  if (line.terms.some(term => kindOf(term.shape) === 'matrix')) {
    const last = aim.blocks.at(-1)!
    const left = { ...last.left, form: 'vec' as const } as Block['left']
    line.finish()
    const start = vec(work.store, line.expression())
    const block: Block = { left, start, steps: [], end: start }
    aim.blocks.push(block)
    const stacked = createLine(work, block)
    distribute(work, stacked, [0])
    return stacked
  }
  return line
}

/**
 * Finds d(y) = M*d(t) for an intermediate and all below it, those that others use first. Only a matrix-valued f
 * of scalars needs it: there every differential is as short as M, and nothing is gained by running backward.
 */
function runForward(work: Work, simplifier: Simplifier, top: Expression, before: Block, aim: Aim): void {
  const names = reachable([top], throughNames).filter(
    node => isNamed(node) && work.depends(node) && !aim.known.has(node),
  )
  for (const name of names) {
    const left = { kind: 'differential', of: name, form: 'plain', variables: [...aim.variables] } as const
    const start = differential(work.store, definitionOf(name))
    const block: Block = { left, start, steps: [], end: start }
    insert(block, before, aim)
    const line = settle(work, simplifier, block, { ...aim, of: 'matrix', found: new Map() })
    for (let place = 0; place < line.terms.length; place++) nameFactor(work, line, [place], aim)
    aim.known.set(name, line.expression())
  }
}
