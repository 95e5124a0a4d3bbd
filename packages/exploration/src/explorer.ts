import {
  advance,
  applicable,
  type Choice,
  cutAfter,
  type Draft,
  type Expression,
  fail,
  firstNewLine,
  type Identity,
  isComplete,
  lineAt,
  type Place,
  type Problem,
  requireProblem,
} from '@matrix-derive/core'
import { nodeAt, type Solution } from '@matrix-derive/request'
import type { Intent } from './intent.ts'
import { createRunner, type ExplorerOptions, type Run } from './running.ts'
import { activeTab, type Document, movesOf, type Session, type Tab } from './state.ts'
import { changeTab, closed, newTab, opened, within } from './tab.ts'

/** What is to be seen of the active tab: everything that its moves led to. */
export interface Look {
  readonly tab: Tab
  /** The program, the draft as a derivation, what f is called: as request's writers take it. */
  readonly solution: Solution
  readonly draft: Draft
  /** The line and the subexpression at the cursor; undefined on a line of which only changed terms are written. */
  readonly line: Expression | undefined
  readonly node: Expression | undefined
  /** Whether every derivative asked for has been found. */
  readonly complete: boolean
  /** How many of the last moves do not fit what comes before them, say after a change of layout, and why. */
  readonly setAside: number
  readonly problem?: Problem
}

/** What the strategy would do next, and where. */
export interface Hint {
  /** The line to go on from. */
  readonly at: Place
  /** Absent for what claims nothing, such as stacking. */
  readonly identity?: Identity
  /** What it would change; the whole line where it opens a block. */
  readonly from: readonly Expression[]
  /** The line that would come of it. */
  readonly line: Expression
}

/** The session after an intent, and what was wrong with the intent, which then changed nothing. */
export interface Outcome {
  readonly session: Session
  readonly problem?: Problem
}

/**
 * The way to work on a {@link Session}: state in, intents in, state out. A session is plain data; what it stands for is
 * computed, and kept by the explorer as long as it is of use.
 */
export interface Explorer {
  /** Never throws for what a person does: that becomes a problem. */
  dispatch(session: Session, intent: Intent): Outcome
  /** What there is to see; undefined without a tab. @throws what reading its program throws */
  look(session: Session): Look | undefined
  /** What may be done at the cursor. @throws `limit-exceeded`, `cancelled` */
  choices(session: Session): Choice[]
  /** What the strategy would do next; undefined when there is nothing left to do. @throws what deriving throws */
  hint(session: Session): Hint | undefined
}

export function createExplorer(options: ExplorerOptions): Explorer {
  const runner = createRunner(options)
  const runOf = (document: Document): Run => runner.run(document.question, movesOf(document))

  const look = (session: Session): Look | undefined => {
    const tab = activeTab(session)
    if (tab === undefined) return undefined
    const run = runOf(tab.document)
    const { question, draft, made, problem } = run
    const { cursor } = tab
    const line = lineAt(draft, cursor.at)
    const { asked: _, ...read } = question
    return {
      tab,
      solution: { ...read, derivation: runner.derivationOf(draft) },
      draft,
      line,
      node: line && nodeAt(line, cursor.path),
      complete: isComplete(draft),
      setAside: movesOf(tab.document).length - made,
      ...(problem && { problem }),
    }
  }

  const change = (session: Session, intent: Intent): Session => {
    if (intent.kind === 'open') return opened(session, newTab(runOf, intent.question, intent.by))
    if (intent.kind === 'type') return { ...session, typing: intent.text }
    if (intent.kind === 'switch') return { ...session, active: within(intent.tab, session.tabs.length) }
    const tab = activeTab(session) ?? fail('value', 'Expected a program to work on; there is none.')
    if (intent.kind === 'close') return closed(session)
    return { ...session, tabs: session.tabs.with(session.active, changeTab(runner, runOf, tab, intent)) }
  }

  return {
    dispatch(session, intent) {
      try {
        return { session: change(session, intent) }
      } catch (thrown) {
        const problem = requireProblem(thrown)
        return { session, problem }
      }
    },
    look,
    choices(session) {
      const tab = activeTab(session)
      if (tab === undefined) return []
      const { draft } = runOf(tab.document)
      const { at, path } = tab.cursor
      const line = lineAt(draft, at)
      const node = line && nodeAt(line, path)
      return node === undefined ? [] : applicable(runner.allowed(draft), at, node)
    },
    hint(session) {
      const tab = activeTab(session)
      if (tab === undefined) return undefined
      const { draft } = runOf(tab.document)
      const from = cutAfter(draft, tab.cursor.at)
      const next = advance(runner.allowed(from), 1)
      const at = firstNewLine(from, next)
      if (at === undefined) return undefined
      const { by, start, steps } = next.blocks[at.block]
      if (at.line === 0) return { at, ...(by && { identity: by }), from: [], line: start }
      const step = steps[at.line - 1]
      return { at: { block: at.block, line: at.line - 1 }, identity: step.identity, from: step.from, line: step.after }
    },
  }
}
