import { type Answer, type Block, type Choice, type Expression, isNamed, type Step } from '@matrix-derive/core'
import {
  countLines,
  type Look,
  lineNumber,
  linesFrom,
  type PlacedLine,
  type Span,
  type Verdict,
  type Verdicts,
  writeMarked,
} from '@matrix-derive/exploration'
import { definitionText, namesUsed, sentenceOf, type Writing, writingOf } from '@matrix-derive/request'
import type { ChoiceRow, LineRow, Mark, Sheet } from './scene.ts'
import { unfold } from './unfold.ts'

/** Longer formulas are for no screen; an expression may be exponentially longer than its graph. */
const longestLine = 20_000

export interface SheetOptions {
  /** How many rows there are for lines. */
  readonly rows: number
  /** The line that stood first; it stays there as long as the cursor is in sight. */
  readonly first: number
  readonly choices: readonly Choice[]
  readonly unfolded: boolean
}

/** The derivation as rows; with them, which line is the first one now. */
export function sheetOf(verdicts: Verdicts, look: Look, options: SheetOptions): { sheet: Sheet; first: number } {
  const { tab, solution, draft, complete, setAside, problem } = look
  const { document, cursor, past, future } = tab
  const writing = writingOf(solution, 'unicode')
  const number = lineNumber(draft, cursor.at)
  const unfolded = options.unfolded ? unfold(verdicts, look, writing) : []
  const first = firstInSight(look, number, Math.max(1, options.rows - unfolded.length), options.first)
  const lines = linesFrom(draft, first, options.rows)
  const rows = lines.map((line, i) => rowOf(verdicts, look, writing, line, first + i))
  const parts = [...draft.blocks, ...draft.blocks.flatMap(({ steps }) => steps)]
  const known = parts.filter(part => verdicts.of(part) !== undefined).length
  const { program, derivation } = solution
  return {
    first,
    sheet: {
      question: document.question,
      heading: [
        ...program.definitions.map(({ expression }) => definitionText(expression, writing)),
        `${writing.call(derivation.variables)} = ${writing.expression(program.expression)}`,
      ],
      kinds: namesUsed(solution)
        .map(({ name, declaration, inferred }) => `${name}: ${declaration}${inferred ? '' : ' (declared)'}`)
        .join(', '),
      layouts: usualFirst(draft.request.registry.layouts.map(({ name }) => name)),
      rows,
      indent: Math.max(...draft.blocks.map(({ left }) => writing.left(left).length)),
      lines: countLines(draft),
      cursor: number,
      depth: cursor.path.length,
      chosen: look.node === undefined ? '' : write(look.node, []).text,
      choices: options.choices.map(choiceRow),
      unfolded,
      complete,
      setAside,
      conditions: derivation.conditions.map(condition => sentenceOf(condition, writing)),
      branches: document.branches.length,
      branch: document.branch,
      undo: past.length,
      redo: future.length,
      proved: [known, parts.length],
      ...(problem && { problem }),
    },
  }
}

/** The layouts, the one first that everything is in unless somebody asks. */
const usualFirst = (names: readonly string[]): string[] =>
  [...names].sort((a, b) => Number(b === 'numerator') - Number(a === 'numerator'))

/** The first line such that the cursor is in sight, moved as little as possible. */
function firstInSight(look: Look, cursor: number, rows: number, before: number): number {
  let first = Math.min(before, cursor)
  const heights = linesFrom(look.draft, first, Math.max(1, cursor - first + 1)).map(line => height(look, line))
  let needed = heights.reduce((total, each) => total + each, 0)
  for (let i = 0; needed > rows && first < cursor; i++, first++) needed -= heights[i]
  return first
}

/** Rows of the screen that a line takes at most: itself, a blank before it, its notes. */
function height(look: Look, line: PlacedLine): number {
  const { at, step } = line
  const blank = at.line === 0 && at.block > 0 ? 1 : 0
  const answer = answerIn(look, line)
  return 1 + blank + (step?.introduces?.length ?? 0) + (answer === undefined ? 0 : answer.map === undefined ? 1 : 2)
}

/** What is answered by a line, if it is the last one about a derivative. */
function answerIn({ draft, solution }: Look, { at, left, right }: PlacedLine): Answer | undefined {
  if (left.kind !== 'derivative' || at.line < draft.blocks[at.block].steps.length) return undefined
  return solution.derivation.answers.find(({ expression }) => expression === right)
}

function rowOf(verdicts: Verdicts, look: Look, writing: Writing, line: PlacedLine, number: number): LineRow {
  const { draft, tab, node } = look
  const { at, left, right, partial, part, step } = line
  const isCursor = at.block === tab.cursor.at.block && at.line === tab.cursor.at.line
  const [next] = linesFrom(draft, number + 1, 1)
  const isBefore = lineNumber(draft, tab.cursor.at) === number + 1
  const chosen = isCursor && node !== undefined ? write(right, [node]) : undefined
  const identity = step?.identity ?? draft.blocks[at.block].by
  const shown = at.line === 0 ? draft.blocks[at.block].by : identity
  const answer = answerIn(look, line)
  return {
    number,
    left: at.line === 0 ? writing.left(left) : '',
    right: partial ? writing.partOfLine(right) : (chosen ?? write(right, [])).text,
    partial,
    opens: at.line === 0 && at.block > 0,
    law: shown === undefined ? '' : `${shown.name}@${shown.version}`,
    reason: shown?.title ?? '',
    mark: markOf(verdicts.of(part)),
    notes: [...notesOf(part, writing), ...(answer === undefined ? [] : answerNotes(look, answer, writing))],
    isAnswer: answer !== undefined,
    chosen: chosen?.spans ?? [],
    changed: isCursor && !partial && step !== undefined ? write(right, step.to).spans : [],
    changing: isBefore && !partial && next?.step !== undefined ? write(right, next.step.from).spans : [],
  }
}

function write(expression: Expression, wanted: readonly Expression[]): { text: string; spans: readonly Span[] } {
  return writeMarked(expression, wanted, { limit: longestLine })
}

function notesOf(part: Step | Block, writing: Writing): string[] {
  const introduces = 'identity' in part ? (part.introduces ?? []) : []
  return introduces.filter(isNamed).map(name => `with ${definitionText(name, writing)}`)
}

function answerNotes({ draft }: Look, { by, expression, map, mapLeftOut }: Answer, writing: Writing): string[] {
  const layout = `${draft.request.layout.name} layout, ${writing.shape(expression.shape)}`
  if (mapLeftOut) return [layout, 'as a linear map: too long to read']
  return map === undefined ? [layout] : [layout, `as a linear map: ${writing.mapsTo(by[0], map)}`]
}

const marks: Readonly<Record<Verdict['verdict'], Mark>> = { proved: '✓', agrees: '≈', unchecked: '?', failed: '✗' }

export function markOf(verdict: Verdict | undefined): Mark {
  return verdict === undefined ? '·' : marks[verdict.verdict]
}

function choiceRow({ identity, to, line, opens }: Choice): ChoiceRow {
  const { text, spans } = write(line, opens === undefined ? [to] : [])
  const turns = {
    derivative: 'read off',
    differential: 'go on with d',
    gradient: 'take up the gradient',
    definition: '',
  }
  const what =
    opens === undefined ? '' : opens.kind === 'differential' && opens.form === 'vec' ? 'stack' : turns[opens.kind]
  return {
    law: identity === undefined ? what : `${identity.name}@${identity.version}`,
    title: identity?.title ?? 'goes on in a new line, and claims nothing',
    preview: text,
    changed: spans,
  }
}
