import type { Scene } from '../../scene.ts'
import { usualVariable } from '../../usual.ts'
import { fit, widthOf, wrapped } from '../cells.ts'
import { layoutsOf } from '../keys-ask.ts'
import { examples, type Field, type Screen } from '../state.ts'
import { inputRow, rule } from './panels.ts'
import { blank, clip, piece, type Row } from './row.ts'

const label = 9

/** The question as it is put together, what can be said of it so far, and examples. */
export function askRows(screen: Screen, scene: Scene, width: number, height: number): Row[] {
  const { form, field } = screen
  const variables = scene.typed?.variables ?? []
  const usual = usualVariable(variables)
  const text = (name: Field & ('program' | 'by' | 'with'), hint: string): Row => {
    const { text, caret } = form[name]
    if (field === name) {
      const span = name === 'program' ? scene.typed?.problem?.span : undefined
      const wrong =
        span === undefined || text.trim() === ''
          ? []
          : [{ look: 'wrong' as const, span: [span.start, Math.max(span.end, span.start + 1)] as const }]
      return inputRow(`❯ ${name.padEnd(label)}`, text, caret, width, wrong)
    }
    const shown = text === '' ? piece(hint, 'quiet') : piece(text)
    return clip([piece(`  ${name.padEnd(label)}`, 'quiet'), shown], width)
  }
  const choice = (name: Field, options: readonly string[], selected: string): Row => [
    piece(`${field === name ? '❯ ' : '  '}${name.padEnd(label)}`, field === name ? 'key' : 'quiet'),
    ...options.flatMap(option => [
      piece(` ${option} `, ...(option === selected ? (['tab'] as const) : [])),
      piece(' '),
    ]),
  ]
  const rows: Row[] = [
    rule(form.replaces && scene.tabs.length > 0 ? 'another question' : 'what is to be derived?', width),
    blank,
    text('program', 'tr(A*X*B)   or   y = W*x + b; norm2(y - t)^2'),
    ...remarks(screen, scene, width),
    text(
      'by',
      usual === undefined ? 'the variable, or several' : `${usual}   (or any of ${clippedAt(variables.join(', '))})`,
    ),
    text('with', 'kinds that are not to be inferred, say A: symmetric(n)'),
    choice('layout', layoutsOf(scene), layoutsOf(scene)[form.layout]),
    choice('order', [String(form.order)], String(form.order)),
    choice('start', ['strategy', 'hand'], form.start),
  ]
  const room = height - rows.length - 2
  if (room < 2) return rows
  return [...rows, blank, rule('examples', width), ...exampleRows(screen, width).slice(0, room - 0)]
}

/** Rows for inferred kinds; nobody reads those of a network of a thousand layers. */
const mostKinds = 3

const clippedAt = (text: string) => (text.length > 400 ? `${text.slice(0, 400)}…` : text)

/** The inferred kinds, or what is wrong and what would mend it. */
function remarks({ form }: Screen, { typed }: Scene, width: number): Row[] {
  const indent = ' '.repeat(label + 2)
  if (form.program.text.trim() === '' || typed === undefined) return [blank]
  const { problem, fixed, names, notes } = typed
  if (problem === undefined) {
    const kinds = names.map(({ name, declaration }) => `${name}: ${declaration}`).join('   ')
    return [
      ...wrapped(clippedAt(kinds), width - label - 2)
        .slice(0, mostKinds)
        .map(part => [piece(indent), piece(part, 'good')]),
      ...notes.flatMap(note => wrapped(note, width - label - 2).map(part => [piece(indent), piece(part, 'quiet')])),
    ]
  }
  const mend = fixed === undefined ? [] : [[piece(indent), piece('^F', 'key'), piece(` writes ${fixed}`)]]
  return [
    ...wrapped(problem.message, width - label - 2).map(part => [piece(indent), piece(part, 'bad')]),
    ...wrapped(problem.suggestion ?? '', width - label - 2).map(part => [piece(indent), piece(part, 'quiet')]),
    ...mend.map(row => clip(row, width)),
  ]
}

function exampleRows(screen: Screen, width: number): Row[] {
  const widest = Math.max(...examples.map(({ program }) => widthOf(program)))
  return examples.map(({ program, by }, i) => {
    const isChosen = i === screen.example
    return clip(
      [
        piece(isChosen ? '❯ ' : '  ', 'key'),
        piece(fit(program, widest), ...(isChosen ? (['tab'] as const) : [])),
        piece(`   by ${by}`, 'quiet'),
      ],
      width,
    )
  })
}
