import type { Mark, Scene } from '../../scene.ts'
import { widthOf, wrapped } from '../cells.ts'
import type { Screen } from '../state.ts'
import { askRows } from './ask.ts'
import { helpNote } from './help.ts'
import { lineRows } from './lines.ts'
import { checkRows, choiceRows, exportRows, noteRows, numbersRows, searchRows } from './panels.ts'
import { blank, clip, exactly, formula, piece, type Row, rowWidth, type Size, spread } from './row.ts'

/** What the screen knows besides its state and the scene. */
export interface Surroundings {
  readonly size: Size
  /** How long the last request has been under way, in seconds; 0 while nothing takes long. */
  readonly busy: number
}

/** The rows of the whole screen: as many as there are, none wider than it. */
export function screenRows(screen: Screen, scene: Scene, { size, busy }: Surroundings): Row[] {
  const { columns } = size
  const height = Math.max(6, size.rows)
  const foot = footRows(screen, scene, columns, busy)
  const top = tabRow(scene, columns)
  if (screen.mode === 'ask') {
    const room = height - 1 - foot.length
    return [top, ...exactly(askRows(screen, scene, columns, room), room), ...foot].map(row => clip(row, columns))
  }
  if (screen.mode === 'help') {
    const room = height - 1 - foot.length
    return [top, ...exactly(noteRows(helpNote, screen.scrolled, columns, room), room), ...foot]
  }
  const head = headRows(scene, columns)
  const panel = panelRows(screen, scene, columns, panelHeight(screen, height))
  const room = height - 1 - head.length - panel.length - foot.length
  return [top, ...head, ...exactly(bodyRows(screen, scene, columns, room), room), ...panel, ...foot].map(row =>
    clip(row, columns),
  )
}

/** How many rows there are for lines: what the engine is asked for. */
export function roomForLines(screen: Screen, scene: Scene, { rows, columns }: Size): number {
  const height = Math.max(6, rows)
  const panel = panelRows(screen, scene, columns, panelHeight(screen, height)).length
  const foot = footRows(screen, scene, columns, 0).length
  return Math.max(1, height - 1 - headRows(scene, columns).length - panel - foot)
}

function panelHeight({ mode }: Screen, height: number): number {
  if (mode === 'explore') return Math.min(14, Math.floor(height * 0.45))
  return mode === 'search' ? Math.floor(height * 0.7) : Math.floor(height * 0.55)
}

function panelRows(screen: Screen, scene: Scene, width: number, height: number): Row[] {
  switch (screen.mode) {
    case 'explore':
      return exactly(choiceRows(scene, screen, width, height), height)
    case 'check':
      return checkRows(screen, scene, width)
    case 'numbers':
      return numbersRows(screen, width)
    case 'export':
      return exportRows(screen, width)
    case 'search':
      return searchRows(screen, scene, width, height)
    case 'note':
      return scene.note === undefined ? [] : noteRows(scene.note, screen.scrolled, width, height)
    default:
      return []
  }
}

/** The tabs, the active one set apart. */
function tabRow({ tabs, active }: Scene, width: number): Row {
  if (tabs.length === 0) return [piece(' matrix-derive', 'title')]
  const room = Math.max(12, Math.floor((width - 18) / tabs.length) - 5)
  const named = tabs.flatMap((text, i) => [
    piece(' '),
    ...formula(
      `${i + 1} ${text.replace(/\s+/g, ' ')}`,
      [],
      0,
      room,
      ...(i === active ? (['tab'] as const) : (['quiet'] as const)),
    ),
  ])
  return clip([piece(' matrix-derive ', 'title'), ...named], width)
}

/** What is derived, and what its names are. */
function headRows({ sheet }: Scene, width: number): Row[] {
  if (sheet === undefined) return [blank]
  const { heading, kinds } = sheet
  const shown = heading.length > 3 ? [...heading.slice(0, 1), '…', heading[heading.length - 1]] : heading
  return [
    ...shown.map(line => formula(`  ${line}`, [], 0, width, 'cursor')),
    formula(`  ${kinds}`, [], 0, width, 'quiet'),
    blank,
  ]
}

function bodyRows(screen: Screen, scene: Scene, width: number, room: number): Row[] {
  const { sheet, problem } = scene
  if (sheet !== undefined) return lineRows(sheet, screen, width).slice(0, room)
  const text = problem?.message ?? ''
  return wrapped(text, width - 4).map(part => [piece(`  ${part}`, 'bad')])
}

/** Nobody reads more of a problem. */
const mostOfProblem = 4

/** What is going on, and the keys there are. A problem that is too long for one row has as many as it takes. */
function footRows(screen: Screen, scene: Scene, width: number, busy: number): Row[] {
  const keys = keyRow(screen, scene, width)
  const text = busy > 0 ? '' : problemText(scene)
  if (widthOf(text) + 1 <= width - 14) return [statusRow(screen, scene, width, busy), keys]
  const rows = wrapped(text, width - 2).slice(0, mostOfProblem)
  return [...rows.map((part): Row => [piece(` ${part}`, 'bad')]), keys]
}

const problemText = ({ problem }: Scene) => [problem?.message, problem?.suggestion].filter(Boolean).join(' ')

const spinner = '⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏'

/** What is going on: what was wrong, what the line at the cursor goes by, how far the proof is. */
function statusRow(screen: Screen, scene: Scene, width: number, busy: number): Row {
  const { sheet, problem } = scene
  if (busy > 0) {
    const turn = spinner[Math.floor(busy * 10) % spinner.length]
    return [piece(` ${turn} working for ${busy.toFixed(1)} s`, 'key'), piece('   Esc cancels', 'quiet')]
  }
  const right = sheet === undefined || screen.mode === 'ask' ? [] : stateOf(scene)
  if (problem !== undefined) {
    return spread([piece(` ${problemText(scene)}`, 'bad')], right.slice(-1), width)
  }
  const line = sheet?.rows.find(row => row.number === sheet.cursor)
  if (screen.mode === 'ask' || line === undefined) return blank
  if (sheet!.setAside > 0) {
    return spread(
      [piece(` ${sheet!.setAside} of your moves do not fit here and are set aside (u to go back)`, 'bad')],
      right,
      width,
    )
  }
  const marks: Partial<Record<Mark, 'good' | 'bad'>> = { '✓': 'good', '✗': 'bad' }
  const mark = marks[line.mark]
  const law = line.law === '' ? 'as asked' : `${line.law}  ${line.reason}`
  return spread([piece(` ${line.mark} `, ...(mark ? [mark] : [])), piece(law, 'law')], right, width)
}

/** Branch, layout, and how much is proved. */
function stateOf({ sheet }: Scene): Row {
  if (sheet === undefined) return []
  const { proved, branches, branch, question, complete } = sheet
  const [known, all] = proved
  return [
    ...(branches > 1 ? [piece(`branch ${branch + 1}/${branches}  `, 'key')] : []),
    piece(`${question.layout}  `, 'quiet'),
    ...(complete ? [] : [piece('open  ', 'key')]),
    piece(known === all ? `${all} checked ` : `${known}/${all} checked `, 'quiet'),
  ]
}

const keys: Readonly<Record<Screen['mode'], readonly (readonly [string, string])[]>> = {
  ask: [
    ['Enter', 'derive'],
    ['Tab', 'next'],
    ['↓', 'examples'],
    ['Esc', 'back'],
    ['^C', 'quit'],
  ],
  lines: [
    ['↑↓', 'line'],
    ['Enter', 'unfold'],
    ['→', 'explore'],
    ['h', 'hint'],
    ['f', 'finish'],
    ['u', 'undo'],
    ['l', 'layout'],
    ['c', 'check'],
    ['e', 'export'],
    ['?', 'keys'],
  ],
  explore: [
    ['←↑↓→', 'part'],
    ['jk', 'choose'],
    ['Enter', 'do it'],
    ['h', 'hint'],
    ['s', 'step'],
    ['f', 'finish'],
    ['u', 'undo'],
    ['Esc', 'back'],
    ['?', 'keys'],
  ],
  check: [
    ['Enter', 'check'],
    ['Esc', 'back'],
  ],
  numbers: [
    ['Enter', 'compute'],
    ['Esc', 'back'],
  ],
  export: [
    ['Enter', 'export'],
    ['Tab', 'format'],
    ['Esc', 'back'],
  ],
  search: [
    ['Enter', 'open'],
    ['↑↓', 'choose'],
    ['Esc', 'back'],
  ],
  note: [
    ['Esc', 'back'],
    ['jk', 'scroll'],
  ],
  help: [
    ['Esc', 'back'],
    ['jk', 'scroll'],
  ],
}

/** As many keys as there is room for, and in any case the last one, which leads to all of them. */
function keyRow({ mode }: Screen, { typed }: Scene, width: number): Row {
  const own = mode === 'ask' && typed?.fixed !== undefined ? [['^F', 'mend'] as const, ...keys.ask] : keys[mode]
  const rows = own.map(([key, meaning]): Row => [piece(` ${key}`, 'key'), piece(` ${meaning} `, 'quiet')])
  const last = rows[rows.length - 1]
  let room = width - rowWidth(last)
  const shown = rows.slice(0, -1).filter(row => {
    room -= rowWidth(row)
    return room >= 0
  })
  return clip([...shown, last].flat(), width)
}
