import {
  applicable,
  type Choice,
  cutAfter,
  DerivationError,
  type Draft,
  fail,
  firstNewLine,
  isComplete,
  lineAt,
  type Place,
} from '@matrix-derive/core'
import { type Move, moveOf, nodeAt } from '@matrix-derive/request'
import { castDraft } from 'immer'
import { record, redo, undo } from './history.ts'
import type { Asking, Intent } from './intent.ts'
import { countLines, lineNumber, placeOf } from './lines.ts'
import type { Run, Runner } from './running.ts'
import { type Cursor, type Document, movesOf, type Question, type Session, type Tab } from './state.ts'
import { stepIn } from './tree.ts'

type RunOf = (document: Document) => Run
/** What changes one tab. */
export type TabIntent = Exclude<Intent, { kind: 'open' | 'type' | 'switch' | 'close' }>

const start: Place = { block: 0, line: 0 }

const questionFrom = (asking: Asking): Question => {
  const { expression, wrt, variables = {}, layout = 'numerator', order = 1, structure } = asking
  return { expression, variables, wrt, layout, order, ...(structure && { structure }) }
}

const beginning = (by: 'strategy' | 'hand'): Move[] => (by === 'hand' ? [] : [{ kind: 'strategy', at: start }])

/** A program in a tab of its own. @throws what reading and deriving it throws */
export function newTab(runOf: RunOf, asking: Asking, by: 'strategy' | 'hand'): Tab {
  const document: Document = { question: questionFrom(asking), branches: [{ moves: beginning(by) }], branch: 0 }
  const run = requireMade(runOf(document), movesOf(document))
  return { document, past: [], future: [], cursor: atEnd(run.draft) }
}

export function opened(session: Session, tab: Tab): Session {
  const { tabs } = session
  return { ...session, tabs: [...tabs, tab], active: tabs.length }
}

export function closed(session: Session): Session {
  const { tabs, active } = session
  const left = tabs.toSpliced(active, 1)
  return { ...session, tabs: left, active: within(active, left.length) }
}

export const within = (index: number, count: number): number => Math.max(0, Math.min(index, count - 1))

const atEnd = (draft: Draft): Cursor => ({ at: placeOf(draft, countLines(draft) - 1), path: [] })

/** @throws the problem with the first move that could not be made */
function requireMade(run: Run, moves: readonly Move[]): Run {
  if (run.problem !== undefined && run.made < moves.length) throw new DerivationError(run.problem)
  return run
}

/** The tab after an intent. @throws where it cannot be fulfilled */
export function changeTab(runner: Runner, runOf: RunOf, tab: Tab, intent: TabIntent): Tab {
  const { cursor } = tab
  const { at } = cursor
  switch (intent.kind) {
    case 'place':
    case 'line':
    case 'tree':
      return { ...tab, cursor: moved(runOf(tab.document).draft, cursor, intent) }
    case 'apply':
      return applied(runner, runOf, tab, intent.choice)
    case 'advance':
    case 'finish':
      return strategic(runOf, tab, { kind: 'strategy', at, ...(intent.kind === 'advance' && { lines: 1 }) })
    case 'undo':
    case 'redo':
      return shown(runOf, (intent.kind === 'undo' ? undo : redo)(tab), tab)
    case 'branch': {
      const branch = within(intent.branch, tab.document.branches.length)
      const switched = record(tab, document => {
        document.branch = branch
      })
      return shown(runOf, switched, tab)
    }
    case 'drop-branch': {
      if (tab.document.branches.length === 1) return tab
      const without = record(tab, document => {
        document.branches.splice(document.branch, 1)
        document.branch = within(document.branch, document.branches.length)
      })
      return shown(runOf, without, tab)
    }
    case 'layout':
      return inLayout(runOf, tab, intent.layout)
    case 'edit': {
      const question = questionFrom(intent.question)
      const moves = beginning(intent.by)
      const edited = record(tab, document => {
        // Read-only data for everyone else; here it is the draft's own.
        Object.assign(document, { question, branches: [{ moves }], branch: 0 })
      })
      return shown(runOf, edited, tab, moves)
    }
  }
}

/** The tab with the cursor where its document has changed; at the end where that cannot be said. */
function shown(runOf: RunOf, tab: Tab, before: Tab, required: readonly Move[] = []): Tab {
  const run = requireMade(runOf(tab.document), required)
  const { at } = before.cursor
  const old = tab.document.question === before.document.question ? runOf(before.document).draft : undefined
  const changed = old && (firstNewLine(old, run.draft) ?? firstNewLine(run.draft, old))
  if (changed === undefined) {
    const isThere = old !== undefined && lineAt(run.draft, at) !== undefined
    return { ...tab, cursor: isThere ? before.cursor : atEnd(run.draft) }
  }
  return {
    ...tab,
    cursor: { at: placeOf(run.draft, Math.min(lineNumber(run.draft, changed), countLines(run.draft) - 1)), path: [] },
  }
}

function moved(
  draft: Draft,
  { at, path }: Cursor,
  intent: Extract<Intent, { kind: 'place' | 'line' | 'tree' }>,
): Cursor {
  if (intent.kind === 'tree') {
    const line = lineAt(draft, at)
    return { at, path: line === undefined ? [] : stepIn(line, path, intent.direction) }
  }
  const number = intent.kind === 'place' ? lineNumber(draft, intent.at) : lineNumber(draft, at) + intent.by
  const to = placeOf(draft, within(number, countLines(draft)))
  if (to.block === at.block && to.line === at.line && intent.kind === 'line') return { at, path }
  const line = lineAt(draft, to)
  const wanted = intent.kind === 'place' ? (intent.path ?? []) : []
  return { at: to, path: line !== undefined && nodeAt(line, wanted) !== undefined ? wanted : [] }
}

function applied(runner: Runner, runOf: RunOf, tab: Tab, choice: Choice): Tab {
  const { at, path } = tab.cursor
  const { draft } = runOf(tab.document)
  const line = lineAt(draft, at)
  const node = line && nodeAt(line, path)
  const choices = node === undefined ? [] : applicable(runner.allowed(draft), at, node)
  const same = choices.find(
    other => other.line === choice.line && other.identity === choice.identity && !other.opens === !choice.opens,
  )
  if (same === undefined) fail('value', 'Expected a choice that there is at the cursor; look at the choices again.')
  const { tab: after, draft: next } = withMove(runOf, tab, moveOf(choices, same, at, path))
  const to = same.opens === undefined ? { block: at.block, line: at.line + 1 } : firstNewLine(cutAfter(draft, at), next)
  const arrived = to ?? at
  const root = lineAt(next, arrived)
  const stays = root !== undefined && nodeAt(root, path) === same.to
  return { ...after, cursor: { at: arrived, path: stays ? path : [] } }
}

function strategic(runOf: RunOf, tab: Tab, move: Move): Tab {
  const { draft } = runOf(tab.document)
  if (lineAt(draft, move.at) === undefined) {
    fail('value', 'Expected a line that is written whole; of this one there are only the terms that change.')
  }
  const from = cutAfter(draft, move.at)
  const { tab: after, draft: next } = withMove(runOf, tab, move)
  const first = firstNewLine(from, next)
  if (first === undefined) return tab
  return {
    ...after,
    cursor: move.kind === 'strategy' && move.lines !== undefined ? { at: first, path: [] } : atEnd(next),
  }
}

/**
 * The tab with one more move. Where that drops lines, those stay as a branch, and the move begins another one. Moves that
 * did not fit any more are forgotten.
 */
function withMove(runOf: RunOf, tab: Tab, move: Move): { tab: Tab; draft: Draft } {
  const { document } = tab
  const { draft, made } = runOf(document)
  const moves = [...movesOf(document).slice(0, made), move]
  const withMoves = (branches: Document['branches'], branch: number) => ({ ...document, branches, branch })
  const next = requireMade(runOf(withMoves([{ moves }], 0)), moves).draft
  if (keeps(draft, next)) {
    const longer = record(tab, ({ branches, branch }) => {
      branches[branch].moves.splice(made, Number.POSITIVE_INFINITY, castDraft(move))
    })
    return { draft: next, tab: longer }
  }
  return {
    draft: next,
    tab: record(tab, changing => {
      changing.branches.push({ moves: castDraft(shortest(runOf, document, moves, next)) })
      changing.branch = changing.branches.length - 1
    }),
  }
}

/** Whether every line of one draft is in the other. */
function keeps(before: Draft, after: Draft): boolean {
  return before.blocks.every(block => {
    const own = after.blocks.find(({ start, left }) => start === block.start && left.kind === block.left.kind)
    return own !== undefined && block.steps.every((step, i) => own.steps[i] === step)
  })
}

/** The fewest of the moves that lead to the same draft by the last one: those before it that it does not drop. */
function shortest(runOf: RunOf, { question }: Document, moves: readonly Move[], wanted: Draft): Move[] {
  const last = moves[moves.length - 1]
  for (let count = 0; count < moves.length - 1; count++) {
    const fewer = [...moves.slice(0, count), last]
    const { made, draft } = runOf({ question, branches: [{ moves: fewer }], branch: 0 })
    if (made === fewer.length && isSame(draft, wanted)) return fewer
  }
  return [...moves]
}

function isSame(a: Draft, b: Draft): boolean {
  return (
    a.blocks.length === b.blocks.length &&
    a.blocks.every(
      (block, i) =>
        block.start === b.blocks[i].start &&
        block.end === b.blocks[i].end &&
        block.steps.length === b.blocks[i].steps.length,
    )
  )
}

/** Another layout: the same moves, and where the derivation had come to its end, so does this one. */
function inLayout(runOf: RunOf, tab: Tab, layout: string): Tab {
  if (layout === tab.document.question.layout) return tab
  const wasComplete = isComplete(runOf(tab.document).draft)
  const changed = record(tab, document => {
    document.question.layout = layout
    if (!wasComplete) return
    const run = runOf({
      question: { ...tab.document.question, layout },
      branches: tab.document.branches,
      branch: tab.document.branch,
    })
    const moves = movesOf(tab.document).slice(0, run.made)
    const at = atEnd(run.draft).at
    if (!isComplete(run.draft))
      document.branches[document.branch].moves = castDraft<Move[]>([...moves, { kind: 'strategy', at }])
  })
  const { draft } = runOf(changed.document)
  return { ...changed, cursor: atEnd(draft) }
}
