import { problemOf } from '../error.ts'
import type { Expression } from '../expression/expression.ts'
import { differential, holdsDifferential, isDifferential } from '../expression/linear.ts'
import { isIndex, isSeries } from '../expression/series.ts'
import { isMatrix, kindOf } from '../expression/shape.ts'
import { sum, sumOperator } from '../expression/sum.ts'
import { definitionOf, isNamed } from '../expression/symbols.ts'
import { reachable, replace, throughNames } from '../expression/walk.ts'
import type { Condition, Identity, Phase } from '../identity/identity.ts'
import { introducedIn, openedIn } from './begun.ts'
import { type Draft, functionAt, lineAt, type Place, workOn } from './draft.ts'
import { headings, pick } from './expand.ts'
import { linearForm } from './linear-form.ts'
import { stemFor } from './naming.ts'
import type { Block, Left } from './step.ts'
import { turns } from './turns.ts'
import type { Change, Work } from './work.ts'
import { withoutNames } from './written-out.ts'

/** Something that may be done with a line. */
export interface Choice {
  /** The law that allows it. Absent where nothing is claimed: both sides stacked, a gradient taken up. */
  readonly identity?: Identity
  /** What changes, wherever it occurs in the line, and what it becomes. */
  readonly from: Expression
  readonly to: Expression
  /** The whole line that comes of it. */
  readonly line: Expression
  /** What the line is about, where it is the first of a new block. */
  readonly opens?: Left
  readonly conditions: readonly Condition[]
  readonly introduces?: readonly Expression[]
}

/** Phases in the order in which people look: what gets on with the differential first. */
const rewriting: readonly Phase[] = ['isolate', 'prepare', 'simplify']
/** Members of families can be derived by, a matrix of all of them cannot. */
const rewritingAtLast: readonly Phase[] = [...rewriting, 'stack']

/**
 * What may be done at a subexpression of a line: laws of every phase that apply there, in either direction where they are
 * two-way; names given, opened and written out; and, at the whole of a last line, what goes on from there: reading off,
 * stacking, converting. The work is linear in the line, but for statements that fit in many ways: of those so many are
 * shown as the law itself limits them to.
 */
export function applicable(draft: Draft, place: Place, node: Expression): Choice[] {
  const line = lineAt(draft, place)
  // The index of a sum is no number of its own that anything could be said of.
  if (line === undefined || isIndex(node)) return []
  const work = workOn(draft, place.block)
  const block = draft.blocks[place.block]
  // What has a name is called by it.
  if (!holdsDifferential(line)) for (const name of introducedIn(draft.blocks)) withoutNames(work, name)
  const changes = [
    ...differentials(work, block, node),
    ...merges(work, node),
    ...singles(work, node),
    ...rewritings(work, node, line),
    ...namings(work, draft, line, node),
    ...work.registry.identities.flatMap(identity => work.alternatives(identity, node)),
  ]
  const choices = new Map<string, Choice>()
  const isLast = place.line === block.steps.length
  if (node === line && isLast) for (const turn of turns(work, draft, place.block)) choices.set(keyOf(turn), turn)
  for (const { identity, from, to, conditions, introduces } of changes) {
    const after = lineWith(work, line, from, to)
    if (after === undefined || after === line) continue
    const choice = { identity, from, to, line: after, conditions, ...(introduces && { introduces }) }
    const key = keyOf(choice)
    if (!choices.has(key)) choices.set(key, choice)
  }
  return [...choices.values()]
}

/** The line with the change made; undefined where it does not stand there, as what is no integer does not as an exponent. */
function lineWith({ store }: Work, line: Expression, from: Expression, to: Expression): Expression | undefined {
  try {
    return replace(store, line, from, to)
  } catch (thrown) {
    if (problemOf(thrown)?.code === 'shape-mismatch') return undefined
    throw thrown
  }
}

const keyOf = ({ identity, opens, line, introduces }: Choice) =>
  `${identity?.name} ${opens?.kind} ${line.id} ${introduces === undefined}`

/** d(Z) by every law for the operator of Z; of a named Z also by those for its definition. */
function differentials(work: Work, block: Block, node: Expression): Change[] {
  if (!isDifferential(node)) return []
  const { registry, store } = work
  const [z] = node.operands
  const inner = definitionOf(z)
  const name = inner === z ? openedIn(store, block).get(z) : z
  const target = inner === z ? node : differential(store, inner)
  const changes: Change[] = []
  for (const heading of headings(work, inner)) {
    for (const identity of registry.candidates('differential', heading)) {
      const change = work.attempt(identity, target)
      if (change === undefined) continue
      const to = name === undefined ? change.to : replace(store, change.to, inner, name)
      changes.push({ ...change, from: node, to })
    }
  }
  if (inner !== z) {
    const kinds = `${kindOf(block.start.shape)} by ${kindOf(z.shape)}`
    changes.unshift({ identity: pick(work, 'chain', [kinds, 'any']), from: node, to: target, conditions: [] })
  }
  return changes
}

/** What becomes of the differentials of a family's members where one of them is a variable. */
function singles(work: Work, node: Expression): Change[] {
  const heading = isSeries(node) ? 'member' : isDifferential(node) ? 'any member' : undefined
  const laws = heading === undefined ? [] : work.registry.candidates('chain', heading)
  return laws.flatMap(identity => work.attempt(identity, node) ?? [])
}

function rewritings(work: Work, node: Expression, line: Expression): Change[] {
  const { registry } = work
  const found: Change[] = []
  for (const phase of holdsDifferential(line) ? rewriting : rewritingAtLast) {
    if (phase === 'isolate' && !holdsDifferential(node)) continue
    const words = [node.operator.name]
    if (phase === 'isolate' && node.operands.some(({ operator }) => operator === sumOperator)) words.unshift('plus')
    if (phase === 'isolate' && node.operands.some(isSeries)) words.unshift('around series')
    for (const word of words) {
      for (const identity of registry.candidates(phase, word)) {
        const change = work.attempt(identity, node)
        if (change !== undefined) found.push(change)
      }
    }
  }
  return found
}

/** Terms of a sum with one differential, made one term. */
function merges(work: Work, node: Expression): Change[] {
  if (node.operator !== sumOperator || !holdsDifferential(node)) return []
  const places = new Map<Expression, number[]>()
  for (const [place, term] of node.operands.entries()) {
    const form = linearForm(work.store, term)
    if (form !== undefined) places.set(form.by, [...(places.get(form.by) ?? []), place])
  }
  const laws = [...work.registry.candidates('collect', 'like'), ...work.registry.candidates('collect', 'any')]
  return [...places.values()].flatMap(own => {
    if (own.length < 2) return []
    const total = work.store.intern(
      sumOperator,
      own.map(place => node.operands[place]),
    )
    return laws.flatMap(identity => {
      const change = work.attempt(identity, total)
      if (change === undefined) return []
      const merged = node.operands.with(own[0], change.to).filter((_, i) => i === own[0] || !own.includes(i))
      return { ...change, from: node, to: sum(work.store, merged) }
    })
  })
}

/** A name for a subexpression, a definition for its name, or a name that is there for its definition. */
function namings(work: Work, draft: Draft, line: Expression, node: Expression): Change[] {
  const definition = pick(work, 'definition', ['name'])
  if (isNamed(node)) return [{ identity: definition, from: node, to: definitionOf(node), conditions: [] }]
  if (node === line || node.operands.length === 0 || holdsDifferential(node)) return []
  const known = [...introducedIn(draft.blocks), ...reachable([functionAt(draft, [])], throughNames).filter(isNamed)]
  const named = known.filter(name => definitionOf(name) === node)
  const again = named.map(name => ({ identity: definition, from: node, to: name, conditions: [] }))
  if (named.length > 0) return again
  const name = work.introduce(work.depends(node) ? stemFor(node) : isMatrix(node.shape) ? 'C' : 'c', node)
  const kinds = `${kindOf(draft.request.expression.shape)} by ${kindOf(node.shape)}`
  const identity = isUnderDifferential(line, node) ? pick(work, 'chain', [kinds, 'any']) : definition
  return [{ identity, from: node, to: name, conditions: [], introduces: [name] }]
}

function isUnderDifferential(line: Expression, node: Expression): boolean {
  const differentials = reachable([line]).filter(isDifferential)
  return reachable(differentials.map(({ operands }) => operands[0])).includes(node)
}
