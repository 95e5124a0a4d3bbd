import { DerivationError, fail, type Problem, requireProblem } from '@matrix-derive/core'
import { follow, propagate } from './constraint.ts'
import type { InferredName, Model } from './model.ts'

/** What a text left open, and how it was decided. */
export interface Ambiguity {
  readonly names: readonly string[]
  readonly message: string
}

/** Looks at constraints while searching one group, besides a few for each; far more than any formula people write needs. */
const largestSearch = 20_000
const looksPerConstraint = 4

/**
 * Decides which undeclared lower-case names are vectors and which scalars: the reading that goes against the fewest
 * leanings, group by group of names that depend on each other.
 * @throws `ambiguous` when there are too many readings, or the errors of the likeliest reading when none is possible
 */
export function decideNames(model: Model): Ambiguity[] {
  const notes: Ambiguity[] = []
  for (const group of groupsOf(model)) {
    const tie = searchGroup(model, group)
    if (tie !== undefined) notes.push(tie)
  }
  settleRest(model)
  return notes
}

/** Names still undecided, in groups that no pending choice connects; one name for each dimension. */
function groupsOf(model: Model): InferredName[][] {
  const { solver } = model
  const names = new Map<number, InferredName>()
  for (const name of model.inferred.values()) {
    if (solver.isUndecided(name.rows)) names.set(solver.find(name.rows), names.get(solver.find(name.rows)) ?? name)
  }
  if (names.size === 0) return []
  const leaders = new Map<number, number>()
  const leader = (root: number): number => {
    let at = root
    for (let next = leaders.get(at); next !== undefined && next !== at; next = leaders.get(at)) at = next
    return at
  }
  for (const constraint of model.constraints) {
    if (constraint.kind !== 'choice' || constraint.settled) continue
    let first: number | undefined
    for (const slot of constraint.slots) {
      if (!solver.isUndecided(slot)) continue
      const root = leader(solver.find(slot))
      if (first === undefined) first = root
      else if (first !== root) leaders.set(root, first)
    }
  }
  const groups = new Map<number, InferredName[]>()
  for (const [root, name] of names) {
    const key = leader(root)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [name])
    else group.push(name)
  }
  return [...groups.values()]
}

/** Whether each name of a group, in turn, is a vector. */
type Reading = readonly boolean[]

/** A name being decided: the values to try, the likelier first. */
interface Level {
  readonly name: number
  readonly mark: number
  readonly options: readonly boolean[]
  next: number
}

/** Branch and bound over the readings of one group. The last name comes first, so that in t*x the t is the scalar. */
function searchGroup(model: Model, group: readonly InferredName[]): Ambiguity | undefined {
  const { solver } = model
  const before = solver.violations
  const base = solver.mark()
  let best: Reading | undefined
  let tie: Reading | undefined
  let fewest = Number.POSITIVE_INFINITY
  let firstProblem: Problem | undefined
  let looks = 0
  const most = largestSearch + looksPerConstraint * model.constraints.length
  const spend = () => {
    if (++looks > most) failTooMany(group)
  }
  const levels: Level[] = []
  const descend = (from: number) => {
    let name = from
    while (name >= 0 && !solver.isUndecided(group[name].rows)) name--
    if (name < 0) {
      const cost = solver.violations - before
      looks += group.length
      const reading = group.map(({ rows }) => !solver.isOne(rows))
      if (cost < fewest) [best, tie, fewest] = [reading, undefined, cost]
      else if (cost === fewest) tie ??= reading
      return
    }
    const { one, more } = solver.leaning(group[name].rows)
    levels.push({ name, mark: solver.mark(), options: one > more ? [false, true] : [true, false], next: 0 })
  }
  descend(group.length - 1)
  while (levels.length > 0 && fewest > 0) {
    const level = levels[levels.length - 1]
    solver.undo(level.mark)
    if (level.next === level.options.length) {
      levels.pop()
      continue
    }
    spend()
    const problem = assume(model, group[level.name], level.options[level.next++], spend)
    firstProblem ??= problem
    const cost = solver.violations - before
    if (problem === undefined && (cost < fewest || (cost === fewest && tie === undefined))) descend(level.name - 1)
  }
  solver.undo(base)
  if (best === undefined)
    throw new DerivationError(firstProblem ?? { code: 'ambiguous', message: 'Expected declarations.' })
  for (let i = group.length - 1; i >= 0; i--) assume(model, group[i], best[i], () => {})
  solver.keep()
  return tie && describeTie(group, best, tie)
}

/** Tries a name as a vector or as a scalar. Gives the problem where it cannot be one. */
function assume({ solver }: Model, name: InferredName, vector: boolean, spend: () => void): Problem | undefined {
  const possible = vector ? solver.setMore(name.rows) : solver.unify(name.rows, 0)
  const failed = possible ? propagate(solver, spend) : undefined
  if (failed === undefined) return possible ? undefined : { code: 'ambiguous', message: `${name.name} is neither.` }
  try {
    return failed.fail()
  } catch (thrown) {
    const problem = requireProblem(thrown)
    return problem
  }
}

function failTooMany(group: readonly InferredName[]): never {
  const names = group.slice(0, 3).map(({ name }) => name)
  return fail('ambiguous', 'Expected declarations: there are too many ways to read the undeclared names.', {
    span: group[0].span,
    suggestion: `Declare some, say ${names.map(name => `"${name}: vector(n)"`).join(', ')}.`,
  })
}

function describeTie(group: readonly InferredName[], taken: Reading, other: Reading): Ambiguity {
  const changed = group.flatMap(({ name }, i) => (taken[i] === other[i] ? [] : [{ name, vector: taken[i] }]))
  const read = changed.map(({ name, vector }) => `${name} as a ${vector ? 'vector' : 'scalar'}`).join(', ')
  const declare = changed.map(({ name, vector }) => `"${name}: ${vector ? 'scalar' : 'vector(n)'}"`).join(', ')
  return {
    names: changed.map(({ name }) => name),
    message: `Read ${read}; the other way is as likely. To choose it declare ${declare}.`,
  }
}

/** Choices that make no difference to any name: the first possible alternative. */
function settleRest(model: Model): void {
  const { solver } = model
  for (const constraint of model.constraints) {
    if (constraint.kind !== 'choice' || constraint.settled) continue
    if (!follow(solver, constraint, true)) constraint.fail()
    propagate(solver)?.fail()
  }
}
