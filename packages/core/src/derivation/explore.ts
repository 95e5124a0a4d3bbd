import type { Expression } from '../expression/expression.ts'
import { leadsTo, pathOf } from './begun.ts'
import type { Choice } from './choice.ts'
import { derive } from './derive.ts'
import type { Draft, Place } from './draft.ts'
import type { Block, Left, Step } from './step.ts'

/** The draft with a choice made at a line. What was built on lines after it is dropped; other derivatives are kept. */
export function apply({ request, blocks }: Draft, place: Place, choice: Choice): Draft {
  const own = blocks[place.block]
  const { opens } = choice
  if (opens === undefined) {
    const others = blocks.filter((_, i) => !buildsOn(blocks, i, place.block))
    return { request, blocks: others.map(block => (block === own ? continued(block, place, choice) : block)) }
  }
  const opened = blockOf(choice, opens)
  // Derivatives by several variables are read off one line; any other block is the only one of its kind.
  const isRival =
    opens.kind === 'derivative'
      ? ({ left }: Block) => left.kind === 'derivative' && keyOf(left) === keyOf(opens)
      : (_: Block, i: number) => buildsOn(blocks, i, place.block)
  const rivals = blocks.flatMap((block, i) => (isRival(block, i) ? [i] : []))
  const others = blocks.filter((_, i) => !rivals.some(rival => i === rival || buildsOn(blocks, i, rival)))
  const path = pathOf(own)
  const after = others.findLastIndex(block => block === own || leadsTo(path, pathOf(block))) + 1
  return { request, blocks: others.toSpliced(after, 0, opened) }
}

/** The draft with nothing built on the lines after this one. */
export function cutAfter({ request, blocks }: Draft, { block, line }: Place): Draft {
  const own = blocks[block]
  if (own === undefined || line >= own.steps.length) return { request, blocks }
  const others = blocks.filter((_, i) => !buildsOn(blocks, i, block))
  return { request, blocks: others.map(each => (each === own ? upTo(own, line, undefined) : each)) }
}

/** When blocks about one path come: what is read off, the column it makes, and the lines of its differential. */
const stages = { derivative: 0, gradient: 1, differential: 2, definition: 2 } as const

/** Whether a block is about something that another one led to. */
function buildsOn(blocks: readonly Block[], later: number, earlier: number): boolean {
  const [a, b] = [blocks[earlier], blocks[later]]
  const [from, to] = [pathOf(a), pathOf(b)]
  if (!leadsTo(from, to)) return false
  if (from.length < to.length) return true
  const [before, after] = [stages[a.left.kind], stages[b.left.kind]]
  return before < after || (before === after && earlier < later)
}

function blockOf({ line, identity }: Choice, left: Left): Block {
  return { left, start: line, steps: [], end: line, ...(identity && { by: identity }) }
}

function continued(block: Block, { line }: Place, choice: Choice): Block {
  const steps = block.steps.slice(0, line)
  const before = line === block.steps.length ? block.end : (steps.at(-1)?.after ?? block.start)
  const { identity, from, to, line: after, conditions, introduces } = choice
  if (identity === undefined) throw new Error('A line follows from another one by an identity.')
  const made = { identity, before, after, from: [from], to: [to], partial: false, conditions }
  const step: Step = introduces === undefined ? made : { ...made, introduces }
  return { ...block, steps: [...steps, step], end: after }
}

/**
 * The draft as the strategy goes on with it: to the end, or by so many lines. A line of which only the changed terms are
 * written is no place to stop, so it may be some more.
 * @throws what {@link derive} throws
 */
export function advance({ request, blocks }: Draft, lines = Number.POSITIVE_INFINITY): Draft {
  const all = derive(request, blocks).blocks
  let room = lines
  const result: Block[] = []
  for (const block of all) {
    const begun = blocks.find(other => isSameBlock(other, block))
    if (begun === undefined) {
      if (room <= 0) continue
      room--
    }
    const have = begun?.steps.length ?? 0
    let count = Math.min(block.steps.length, have + room)
    while (count > have && count < block.steps.length && block.steps[count - 1].partial) count++
    room = Math.max(0, room - (count - have))
    result.push(upTo(block, count, begun))
  }
  return { request, blocks: result }
}

/** The block with its first steps; where they are those that had been there, it is the block as it was. */
function upTo(block: Block, count: number, begun: Block | undefined): Block {
  if (count >= block.steps.length) return block
  if (count === begun?.steps.length) return begun
  const steps = block.steps.slice(0, count)
  return { ...block, steps, end: steps.at(-1)?.after ?? block.start }
}

function isSameBlock(a: Block, b: Block): boolean {
  return a.start === b.start && keyOf(a.left) === keyOf(b.left)
}

function keyOf(left: Left): string {
  switch (left.kind) {
    case 'differential':
      return `d ${left.of?.id} ${left.form} ${pathText(left.gradient?.by)}`
    case 'derivative':
      return `by ${pathText(left.by)}`
    case 'definition':
      return `name ${left.name.id}`
    case 'gradient':
      return `gradient ${pathText(left.by)}`
  }
}

const pathText = (path: readonly Expression[] = []) => path.map(({ id }) => id).join(' ')

/** The first line that `after` has and `before` has not. */
export function firstNewLine(before: Draft, after: Draft): Place | undefined {
  for (const [block, own] of after.blocks.entries()) {
    const known = before.blocks.find(other => isSameBlock(other, own))
    if (known === undefined) return { block, line: 0 }
    if (own.steps.length > known.steps.length) return { block, line: known.steps.length + 1 }
  }
  return undefined
}
