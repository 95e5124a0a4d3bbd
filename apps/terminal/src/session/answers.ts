import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { fail, type Registry } from '@matrix-derive/core'
import { exampleValues, type Hint, type Look, movesOf, type Verdicts, writeMarked } from '@matrix-derive/exploration'
import { numbersOf, successOf, writingOf } from '@matrix-derive/request'
import { check as judge } from '@matrix-derive/request/check'
import { plain } from '../colours.ts'
import { replaceFile } from '../files.ts'
import { checkLines, verdictMark } from '../views/check.ts'
import { numberLines, show } from '../views/numbers.ts'
import { viewOf } from '../views/render.ts'
import type { Note, Request } from './scene.ts'

/** How somebody's answer is related to the derivative. It is measured against the derivative, so there is one variable. */
export async function check({ tab }: Look, registry: Registry, claim: string): Promise<Note> {
  const { expression, variables, wrt, layout, order } = tab.document.question
  const [by, ...others] = wrt
  if (others.length > 0) {
    fail('value', `Expected one variable to check an answer for, received ${wrt.join(', ')}.`, {
      suggestion: 'Ask for one derivative alone, with p.',
    })
  }
  const judged = await judge({ expression, variables, wrt: by, layout, order, claim }, { registry })
  return {
    title: `${verdictMark(judged.verdict)} ${judged.verdict}`,
    lines: checkLines(judged, 0, plain).slice(1),
    tone: judged.verdict === 'equal' ? 'good' : 'bad',
  }
}

/** What f and its derivatives are at values from a file, or at some drawn by chance. */
export async function numbers(
  { solution }: Look,
  { file, seed }: Extract<Request, { kind: 'numbers' }>,
  cwd: string,
): Promise<Note> {
  const values = file === undefined ? exampleValues(solution, seed) : readValues(resolve(cwd, file))
  const found = await numbersOf(solution, values)
  const given = Object.entries(values).map(([name, value]) => `${name} = ${written(value)}`)
  return {
    title: file === undefined ? 'at values drawn by chance' : `at the values of ${file}`,
    lines: [...given, '', ...numberLines(solution, found, writingOf(solution, 'unicode'))],
    tone: 'plain',
  }
}

function readValues(path: string): Readonly<Record<string, unknown>> {
  let data: unknown
  try {
    data = JSON.parse(readFileSync(path, 'utf8'))
  } catch (error) {
    const why = (error as NodeJS.ErrnoException).code ?? 'it is no JSON'
    return fail('value', `Expected a file of values, received "${path}" (${why}).`, {
      suggestion: 'It holds numbers by name: { "x": [1, 2], "A": [[1, 0], [0, 1]] }.',
    })
  }
  if (typeof data === 'object' && data !== null && !Array.isArray(data)) return data as Record<string, unknown>
  return fail('value', 'Expected values by name, such as { "x": [1, 2] }.')
}

/** `[1, 2; 3, 4]` */
function written(value: unknown): string {
  if (!Array.isArray(value)) return typeof value === 'number' ? show(value) : JSON.stringify(value)
  return `[${value.map(row => (Array.isArray(row) ? row.map(show).join(', ') : show(row))).join('; ')}]`
}

const names = { latex: 'LaTeX', markdown: 'Markdown', text: 'text', derivation: 'a file to replay' } as const

/** The derivation as it stands, written for somewhere else. */
export async function exportOf(
  look: Look,
  verdicts: Verdicts,
  { format, file }: Extract<Request, { kind: 'export' }>,
  cwd: string,
): Promise<Note> {
  const { solution, complete } = look
  if (!complete) {
    fail('value', 'Expected a derivation that has come to its end.', {
      suggestion: 'Finish it with f, or undo with u.',
    })
  }
  const proof = await verdicts.summary(solution.derivation)
  const text =
    format === 'derivation'
      ? await recorded(look, proof)
      : (await viewOf(format))({ solution, steps: true, colours: plain, width: 120, ...(proof && { proof }) })
  if (file === undefined)
    return { title: `copied as ${names[format]}`, lines: text.split('\n'), tone: 'good', copy: text }
  const path = resolve(cwd, file)
  try {
    await replaceFile(path, text)
  } catch (error) {
    fail('value', `Expected a file that can be written, received "${file}" (${(error as NodeJS.ErrnoException).code}).`)
  }
  return { title: `written to ${path}`, lines: text.split('\n'), tone: 'good' }
}

/** The derivation for `replay`: with what was done by hand, where it was not all done by the strategy. */
async function recorded(
  { tab, solution, setAside }: Look,
  proof: Parameters<typeof successOf>[1]['proof'],
): Promise<string> {
  const { recordOf, recordText } = await import('@matrix-derive/record')
  const moves = movesOf(tab.document)
  const made = moves.slice(0, moves.length - setAside)
  const success = successOf(solution, { steps: true, ...(proof && { proof }) })
  const byHand = made.some(({ kind }) => kind === 'apply') ? made : undefined
  return recordText(await recordOf(tab.document.question, solution, success, byHand))
}

/** What the strategy would do next, why, and what would come of it. */
export function hintNote({ identity, from, line }: Hint, look: Look): Note {
  const writing = writingOf(look.solution, 'unicode')
  const where = from.map(part => writing.expression(part)).join(' and ')
  return {
    title: identity === undefined ? 'go on in a new line' : `${identity.name}@${identity.version}`,
    lines: [
      ...(identity === undefined ? [] : [identity.title]),
      ...(where === '' ? [] : [`at    ${where}`]),
      `gives ${writeMarked(line, []).text}`,
      ...(identity === undefined ? [] : ['', identity.summary]),
    ],
    tone: 'plain',
  }
}
