import type { Note, Scene } from '../../scene.ts'
import { fit, type Painted, widthOf, wrapped } from '../cells.ts'
import { exportFormats } from '../keys.ts'
import type { Screen } from '../state.ts'
import type { Look } from '../theme.ts'
import { around, blank, clip, formula, piece, type Row } from './row.ts'

/** What may be done at the cursor, each with the line that would come of it. */
export function choiceRows({ sheet }: Scene, screen: Screen, width: number, height: number): Row[] {
  if (sheet === undefined) return []
  const { choices, chosen } = sheet
  const count =
    choices.length === 0
      ? 'nothing applies to'
      : choices.length === 1
        ? '1 way on from'
        : `${choices.length} ways on from`
  const head: Row = [
    piece(`── ${count} `, 'quiet'),
    ...clip([piece(chosen, 'chosen')], width - 24),
    piece(' ──', 'quiet'),
  ]
  const law = Math.min(32, Math.max(0, ...choices.map(choice => widthOf(choice.law))))
  const shown = around(choices, screen.selected, height - 1)
  const rows = shown.items.map((choice, i) => {
    const isSelected = shown.from + i === screen.selected
    const painted: Painted<Look>[] = choice.changed.map(span => ({ look: 'changed', span }))
    return [
      piece(isSelected ? '❯ ' : '  ', 'key'),
      piece(fit(choice.law, law), ...(isSelected ? (['law', 'title'] as const) : (['law'] as const))),
      piece('  '),
      ...formula(choice.preview, painted, 0, width - law - 4),
    ]
  })
  return [head, ...rows]
}

/** A line of text that is typed, with a caret. */
export function inputRow(
  label: string,
  text: string,
  caret: number,
  width: number,
  wrong: readonly Painted<Look>[] = [],
): Row {
  const room = width - widthOf(label)
  const painted: Painted<Look>[] = [...wrong, { look: 'chosen', span: [caret, caret + 1] }]
  return [piece(label, 'key'), ...formula(`${text} `, painted, Math.max(0, caret - room + 4), room)]
}

export function checkRows(screen: Screen, scene: Scene, width: number): Row[] {
  const by = scene.sheet?.question.wrt.join(', ') ?? ''
  return [
    rule(`my answer for the derivative by ${by}, ${scene.sheet?.question.layout} layout`, width),
    inputRow('❯ ', screen.input.text, screen.input.caret, width),
  ]
}

export function numbersRows(screen: Screen, width: number): Row[] {
  return [
    rule('numbers: a file of values by name in JSON; nothing for values drawn by chance', width),
    inputRow('❯ file  ', screen.input.text, screen.input.caret, width),
  ]
}

export function exportRows(screen: Screen, width: number): Row[] {
  const formats = exportFormats.flatMap(format => [
    piece(` ${format} `, ...(format === screen.format ? (['tab'] as const) : [])),
    piece(' '),
  ])
  return [
    rule('export: to a file, or with no name to the clipboard', width),
    [piece('  as    ', 'key'), ...formats],
    inputRow('❯ file  ', screen.input.text, screen.input.caret, width),
  ]
}

export function searchRows(screen: Screen, { laws = [] }: Scene, width: number, height: number): Row[] {
  const name = Math.min(30, Math.max(0, ...laws.map(law => widthOf(law.name))))
  const shown = around(laws, screen.selected, height - 2)
  const rows = shown.items.map((law, i) => {
    const isSelected = shown.from + i === screen.selected
    const statement = Math.max(10, Math.floor((width - name - 12) * 0.55))
    return clip(
      [
        piece(isSelected ? '❯ ' : '  ', 'key'),
        piece(fit(law.name, name), ...(isSelected ? (['law', 'title'] as const) : (['law'] as const))),
        piece(`  ${law.version}  `, 'quiet'),
        piece(fit(law.statement, statement)),
        piece(`  ${law.title}`, 'quiet'),
      ],
      width,
    )
  })
  return [
    rule(laws.length === 1 ? '1 law' : `${laws.length} laws`, width),
    inputRow('/ ', screen.input.text, screen.input.caret, width),
    ...rows,
  ]
}

/** What came of something, scrolled as far as it may be. */
export function noteRows({ title, lines, tone }: Note, scrolled: number, width: number, height: number): Row[] {
  const all = lines.flatMap(line => wrapped(line, width - 2))
  const room = height - 1
  const from = Math.max(0, Math.min(scrolled, all.length - room))
  const more = all.length > room ? ` (${from + 1}-${Math.min(all.length, from + room)} of ${all.length})` : ''
  const head: Row = [
    piece('── ', 'quiet'),
    piece(title, tone === 'plain' ? 'title' : tone),
    piece(`${more} ──`, 'quiet'),
  ]
  return [clip(head, width), ...all.slice(from, from + room).map(line => [piece(`  ${line}`)])]
}

export function rule(text: string, width: number): Row {
  return clip([piece('── ', 'quiet'), piece(text, 'title'), piece(' ──', 'quiet')], width)
}

export const gap = blank
