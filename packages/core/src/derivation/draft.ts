import type { Expression } from '../expression/expression.ts'
import { dependsOnLayout } from '../identity/layout.ts'
import { begunIn, introducedIn, pathOf } from './begun.ts'
import { conditionsOf } from './conditions.ts'
import { type Answer, answerOf, type Derivation, type DerivationRequest, firstLine } from './derive.ts'
import { freeVariables } from './free-variables.ts'
import { linearMaps } from './linear-map.ts'
import { isConverted, isStructured } from './read-off.ts'
import { createSimplifier } from './simplify.ts'
import type { Block } from './step.ts'
import { createWork, type Work } from './work.ts'

/** A derivation in the making: what is asked, and the lines that are there. Lines are added by `apply` and by `derive`. */
export interface Draft {
  readonly request: DerivationRequest
  readonly blocks: readonly Block[]
}

/** A line of a draft: the start of a block (0), or what its n-th step led to. */
export interface Place {
  readonly block: number
  readonly line: number
}

/** The draft in which nothing is done yet: df = d(f). */
export function beginDraft(request: DerivationRequest): Draft {
  const { derived, variables } = freeVariables(request)
  return { request, blocks: [firstLine(request.store, derived, variables)] }
}

/**
 * The right side of a line; undefined where only the terms that change were written down, or where there is no such
 * line. The last line of a block is always known whole.
 */
export function lineAt({ blocks }: Draft, { block, line }: Place): Expression | undefined {
  const own = blocks[block]
  if (own === undefined || line < 0 || line > own.steps.length) return undefined
  if (line === own.steps.length) return own.end
  if (line === 0) return own.start
  const step = own.steps[line - 1]
  return step.partial ? undefined : step.after
}

/**
 * Work on the next lines of a block, with all names taken that the draft has introduced. Further derivatives are by the
 * variable taken last and those after it.
 */
export function workOn({ request, blocks }: Draft, block: number): Work {
  const { registry, store, budget, taken } = request
  const introduced = introducedIn(blocks).map(({ data }) => data!.name!)
  const moving = variablesAfter(request, pathOf(blocks[block]))
  const { own } = freeVariables(request)
  const all = moving.flatMap(variable => [variable, own.get(variable) ?? variable])
  return createWork(registry, store, budget, all, new Set([...taken, ...introduced]))
}

/** What may be derived by after a path. */
export function variablesAfter(request: DerivationRequest, path: readonly Expression[]): readonly Expression[] {
  const { variables } = freeVariables(request)
  return path.length === 0 ? variables : variables.slice(variables.indexOf(path[path.length - 1]))
}

/** What the derivatives along a path are taken of: f, or what was made of the derivative by the path. */
export function functionAt({ request, blocks }: Draft, path: readonly Expression[]): Expression {
  if (path.length === 0) return freeVariables(request).derived
  const begun = begunIn(blocks)
  return (begun.gradient(path) ?? begun.derivative(path))!.end
}

/** Whether a derivative of the last order stands in the layout asked for, in the end of this block. */
function isAnswer(draft: Draft, block: Block): boolean {
  const { store, layout, order } = draft.request
  const { left } = block
  if (left.kind !== 'derivative' || left.by.length !== order) return false
  if (awaitsStructure(draft, block)) return false
  if (!dependsOnLayout(left.by) || isConverted(block, layout)) return true
  const pair = { of: functionAt(draft, left.by.slice(0, -1)).shape, by: left.by[order - 1].shape }
  return layout.fromNumerator(store, block.start, pair) === block.start
}

/** Whether account is still to be taken of the structure of the variable. */
export function awaitsStructure({ request }: Draft, block: Block): boolean {
  const { structure = 'ignore' } = request
  return structure !== 'ignore' && structuredBy(request, block) !== undefined && !isStructured(block)
}

/** The variable of a derivative as it is, where it has structure. */
export function structuredBy(request: DerivationRequest, { left }: Block): Expression | undefined {
  return left.kind === 'derivative' ? freeVariables(request).own.get(left.by[left.by.length - 1]) : undefined
}

/** The derivatives that the draft has come to, in the order in which `derive` gives them. */
export function answersOf(draft: Draft): Answer[] {
  const found = draft.blocks.filter(block => isAnswer(draft, block))
  const freed = freeVariables(draft.request)
  const rank = (by: readonly Expression[]) => by.map(variable => draft.request.variables.indexOf(variable))
  const answers = found.map(block => answerOf(block, pathOf(block), freed))
  return answers.sort((a, b) => compare(rank(a.by), rank(b.by)))
}

function compare(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((rank, i) => rank !== b[i])
  return at < 0 ? 0 : a[at] - b[at]
}

/** Whether the draft has come to every derivative that is asked for: one for each choice of variables, in order. */
export function isComplete(draft: Draft): boolean {
  const { variables, order } = draft.request
  let count = 1
  for (let i = 0; i < order; i++) count = (count * (variables.length + i)) / (i + 1)
  return answersOf(draft).length === count
}

/** The answers with the linear maps that they are, where that says more. @throws `limit-exceeded`, `cancelled` */
function answersAsMaps(draft: Draft): Answer[] {
  const answers = answersOf(draft)
  const { request, blocks } = draft
  if (request.order > 1 || answers.length === 0) return answers
  const work = workOn(draft, 0)
  const { derived, variables, own } = freeVariables(request)
  const maps = linearMaps(work, createSimplifier(work), blocks, derived, variables)
  return answers.map(answer => {
    const found = variables.find(variable => (own.get(variable) ?? variable) === answer.variable)
    return { ...answer, ...(found && maps.get(found)) }
  })
}

/** The draft as a derivation: with as many answers as it has come to. @throws `limit-exceeded`, `cancelled` */
export function draftedDerivation(draft: Draft): Derivation {
  const { request, blocks } = draft
  const { registry, store, expression, variables, layout, order, structure = 'ignore' } = request
  const { derived, own } = freeVariables(request)
  const lines = begunIn(blocks).differentials([])
  const line = lines.findLast(({ left }) => left.kind === 'differential' && !left.of && left.form !== 'vec')
  return {
    expression,
    derived,
    variables,
    layout,
    order,
    structure,
    blocks,
    answers: answersAsMaps(draft),
    differential: (line ?? blocks[0]).end,
    conditions: conditionsOf(
      { registry, store, written: new Map(), introduced: new Set(introducedIn(blocks).map(({ data }) => data!.name!)) },
      blocks,
      own,
    ),
  }
}
