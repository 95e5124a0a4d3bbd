import {
  createStore,
  type DerivativePair,
  fail,
  type Layout,
  type LayoutCase,
  numeratorShape,
  type Shape,
  symbol,
  unit,
} from '../../packages/core/src/index.ts'
import { defineLayout } from '../../packages/plugin/src/index.ts'
import { checkLayout } from '../../packages/testing/src/layout-battery.ts'
import { type Draft, filesOf, refuse, summaryOf } from './draft.ts'
import { newName } from './name.ts'
import { comment, literal, quoted, record } from './texts.ts'

export interface LayoutOptions {
  readonly name: string
  /** The rows of the layout table that are transposed: `scalar by vector, scalar by matrix`. */
  readonly statement: string
  /** Other names of the layout, with commas between them. */
  readonly aliases?: string
  readonly title?: string
  readonly summary?: string
  readonly source?: string
  readonly reason?: string
}

const cases: readonly LayoutCase[] = [
  'scalar by vector',
  'vector by scalar',
  'vector by vector',
  'scalar by matrix',
  'matrix by scalar',
  'other',
]

/** f is m×n, m×1 or 1×1, and x is p×q, p×1 or 1×1. */
const ofShapes: Readonly<Record<string, Shape>> = {
  scalar: { rows: unit, cols: unit },
  vector: { rows: 'm', cols: unit },
  matrix: { rows: 'm', cols: 'n' },
}
const byShapes: Readonly<Record<string, Shape>> = {
  scalar: { rows: unit, cols: unit },
  vector: { rows: 'p', cols: unit },
  matrix: { rows: 'p', cols: 'q' },
}

/**
 * A package with this layout, which passes its test.
 * @throws `value` for a name or a row of the table, `plugin` where the layout fails its test
 */
export function draftLayout(options: LayoutOptions): Draft {
  const name = newName(options.name, 'layout-')
  const called = name.slice('layout-'.length)
  const transposed = list(options.statement).map(rowNamed)
  const aliases = list(options.aliases)
  const title =
    options.title ?? `${called} layout: ${transposed.length === 0 ? 'as in numerator layout' : 'transposed'}`
  const summary = summaryOf(options.summary, [
    transposed.length === 0
      ? `Layout ${called}: as numerator layout.`
      : `Layout ${called}: as numerator layout, with ${transposed.join(', ')} transposed.`,
    `Layout ${called}: as numerator layout, with some kinds of derivatives transposed.`,
  ])
  const source = options.source ?? 'convention of the project'
  const manifest = { name: `@matrix-derive/${name}`, version: '1.0.0', description: summary }
  const rows = Object.fromEntries(transposed.map(row => [row, 'transpose'] as const))
  const layout = defineLayout(manifest, { title, source, aliases, rows })
  const shapes = shapesIn(layout)
  const failed = checkLayout(layout, { shapes }).find(({ ok }) => !ok)
  if (failed !== undefined) refuse(failed.message, 'Leave out the rows that are at fault.')
  const definition = literal({
    title: quoted(title),
    source: quoted(source),
    aliases: aliases.length === 0 ? undefined : `[${aliases.map(quoted).join(', ')}]`,
    rows: record(rows),
  })
  return {
    name,
    list: 'layouts',
    files: filesOf(name, summary, sourceText(definition, options.reason), testText(shapes)),
    report: Object.entries(shapes).map(([kinds, shape]) => `  ${kinds}: ${shape}`),
  }
}

function sourceText(definition: string, reason: string | undefined): string {
  return `import { defineLayout } from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

${comment(reason)}export default defineLayout(manifest, ${definition})
`
}

function testText(shapes: Readonly<Record<string, string>>): string {
  const rows = Object.entries(shapes).map(([kinds, shape]) => `    ${quoted(kinds)}: ${quoted(shape)},`)
  return `import { testLayout } from '@matrix-derive/testing'
import layout from './index.ts'

// f is m×n, m×1 or 1×1, and x is p×q, p×1 or 1×1.
testLayout(layout, {
  shapes: {
${rows.join('\n')}
  },
})
`
}

function shapesIn(layout: Layout): Record<string, string> {
  const shapes: Record<string, string> = {}
  for (const [by, byShape] of Object.entries(byShapes)) {
    for (const [of, ofShape] of Object.entries(ofShapes)) {
      shapes[`${of} by ${by}`] = shapeOf(layout, { of: ofShape, by: byShape })
    }
  }
  return shapes
}

function shapeOf(layout: Layout, pair: DerivativePair): string {
  const store = createStore()
  const { rows, cols } = layout.fromNumerator(store, symbol(store, 'D_', numeratorShape(pair)), pair).shape
  return `${rows}×${cols}`
}

function list(text = ''): string[] {
  return text.split(',').flatMap(part => (part.trim() === '' ? [] : [part.trim().replace(/\s+/g, ' ')]))
}

function rowNamed(text: string): LayoutCase {
  const row = cases.find(row => row === text)
  if (row !== undefined) return row
  const suggestion = `Rows are ${cases.join(', ')}.`
  return fail('value', `Expected a row of the layout table, received "${text}".`, { suggestion })
}
