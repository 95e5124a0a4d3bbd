import type { Expression } from '../expression/expression.ts'
import { isElementwiseFunction } from '../expression/functions.ts'
import { kindOf } from '../expression/shape.ts'
import { sum } from '../expression/sum.ts'
import { definitionOf, isNamed } from '../expression/symbols.ts'
import { rebuild } from '../expression/walk.ts'
import type { Aim } from './aim.ts'
import { pick } from './expand.ts'
import { intermediates } from './intermediates.ts'
import type { Line } from './line.ts'
import { assemble, differentialOf, linearForm } from './linear-form.ts'
import type { Change, Work } from './work.ts'

/** What stands before d(y) gets a name of its own from this cost on: some 10 symbols. */
const longestUnnamed = 170

/**
 * Gets ready to expand d(f), f as somebody wrote it: rewrites what differentiates better in another form, and gives
 * names to what is used more than once. The terms at the places hold the same d(f).
 */
export function present(work: Work, line: Line, places: readonly number[], aim: Aim): void {
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
  const named = namesByMeaning(work)
  const stems = chosen.map(stemFor)
  const counts = new Map<string, number>()
  for (const stem of stems) counts.set(stem, (counts.get(stem) ?? 0) + 1)
  for (const [i, node] of chosen.entries()) {
    const definition = rebuild(work.store, node, regroup, renamed)
    const isOneOfMany = counts.get(stems[i])! > 1
    const known = named.get(node) ?? named.get(definition)
    const name = known ?? work.introduce(stems[i], definition, isOneOfMany)
    if (known === undefined) aim.introduced.add(name)
    renamed.set(node, name)
  }
  const outermost = chosen[chosen.length - 1]
  const identity = pick(work, 'chain', [`${kindOf(before.shape)} by ${kindOf(outermost.shape)}`, 'any'])
  // All in one step: one name at a time would write the line as often as there are names.
  const to = rebuild(work.store, before, regroup, renamed)
  const introduces = chosen.map(node => renamed.get(node)!).filter(name => aim.introduced.has(name))
  line.apply([{ identity, from: before, to, conditions: [], ...(introduces.length > 0 && { introduces }) }], places)
}

/** The names that there are already, by what they stand for, with the names in that and without. */
export function namesByMeaning({ written }: Pick<Work, 'written'>): Map<Expression, Expression> {
  const names = new Map<Expression, Expression>()
  for (const [name, meaning] of written) {
    names.set(definitionOf(name), name)
    if (meaning !== false) names.set(meaning, name)
  }
  return names
}

/** The uses of identities of phase `prepare`, operands before users. */
function preparation(work: Work, f: Expression): Change[] {
  const changes: Change[] = []
  prepared(work, f, changes)
  return changes
}

/** What differentiates better in another form, in that form; `changes` takes note of what was done. */
export function prepared(work: Work, f: Expression, changes: Change[] = []): Expression {
  return rebuild(work.store, f, node => {
    let prepared = node
    for (const identity of work.registry.candidates('prepare', node.operator.name)) {
      const change = work.depends(node) ? work.attempt(identity, prepared) : undefined
      if (change === undefined) continue
      changes.push(change)
      prepared = change.to
      // What it has become is looked at by those that ask for its own operator.
      if (prepared.operator !== node.operator) break
    }
    return prepared
  })
}

/** The letter people use: h for what comes out of a layer, y, Y, s and r for other vectors, matrices, scalars and rows. */
export function stemFor({ shape, operator }: Expression): string {
  if (operator.letter !== undefined) return operator.letter
  const kind = kindOf(shape)
  if (kind === 'vector') return operator.elementwise || isElementwiseFunction(operator) ? 'h' : 'y'
  if (kind === 'matrix') return operator.elementwise || isElementwiseFunction(operator) ? 'H' : 'Y'
  return kind === 'scalar' ? 's' : 'r'
}

/** Gives the factor before d(y) a name where it is long. */
export function nameFactor(work: Work, line: Line, places: readonly number[], aim: Aim): number[] {
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
