import { errorOf, verdictMarks } from '@matrix-derive/request'
import { type Converted, convertedData } from '@matrix-derive/request/convert'
import type { Colours } from '../colours.ts'
import { length, type Row, setColumns } from './columns.ts'

/** The formula as given, each step to the other layout, and what was assumed. */
export function convertedLines(converted: Converted, colours: Colours, width: number): string[] {
  const { left, given, steps, shape, to, assumptions, verdict, errorBound } = convertedData(converted)
  const indent = ' '.repeat(length(left))
  const rows: Row[] = [
    { equation: `${left} = ${given}`, result: steps.length === 0 },
    ...steps.map(({ line, identity, version, title, verdict }, i) => ({
      equation: `${indent} = ${line}`,
      result: i === steps.length - 1,
      by: [`${verdictMarks[verdict]} ${identity} ${version}`, title] as const,
    })),
  ]
  const lines = setColumns(rows, width, {
    equation: (text, result) => (result ? colours.strong(text) : text),
    identity: colours.name,
    reason: colours.quiet,
  })
  lines.push(`${to} layout, ${shape.join('×')}`)
  if (assumptions.length > 0) lines.push('', colours.quiet(`${assumptions.join(', ')}   (inferred)`))
  return [...lines, '', closing(verdict, errorBound)]
}

function closing(verdict: Converted['verdict'], errorBound: number): string {
  if (verdict === 'proved') return `✓ the same derivative, proved${errorOf({ errorBound })}`
  return verdict === 'agrees' ? '≈ the same derivative, as floating-point numbers agree' : '? not checked'
}
