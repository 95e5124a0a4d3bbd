import { once } from 'node:events'
import type { StructureMode } from '@matrix-derive/core'
import { jsonFault, type Project } from '@matrix-derive/project'
import { type Answer, answer, idOf, type SolvingOptions } from '@matrix-derive/request'
import type { Arguments } from '../command-line.ts'
import { defectProblem } from '../defect.ts'
import { openFile } from '../files.ts'
import { Exit, type Host } from '../host.ts'
import { linesIn, type TextLine } from '../lines.ts'
import { collectOf, layoutOf, structureOf, workplace } from '../settings.ts'

/** Characters of one request. The longest program takes a fortieth of it; the rest is for its values. */
const longestRequest = 8_000_000

/** An answer to a line that has no id of its own says which line it was. */
type LineAnswer = Answer & { readonly line?: number }

/** What holds for requests that do not say otherwise. */
interface Defaults {
  readonly options: SolvingOptions
  readonly project: Project
  readonly layout: string | undefined
  readonly structure: StructureMode | undefined
  readonly collect: boolean
}

/** `batch FILE`: a request a line in, an answer a line out, in order and one at a time. */
export async function batch(args: Arguments, host: Host): Promise<number> {
  const { registry, project, options } = await workplace(host)
  const layout = layoutOf(args, registry) ?? project.layout
  const structure = structureOf(args) ?? project.structure
  const defaults = { options, project, layout, structure, collect: collectOf(args, project) }
  const input = await openFile(args.operands[0], host)
  for await (const line of linesIn(input, longestRequest)) {
    if (line.text.trim() === '') continue
    const text = `${JSON.stringify(await answerLine(line, defaults, host))}\n`
    // Who reads more slowly than we answer is waited for, or the answers would pile up in memory.
    if (!host.stdout.write(text)) await once(host.stdout, 'drain')
  }
  return Exit.done
}

async function answerLine({ number, text, tooLong }: TextLine, defaults: Defaults, host: Host): Promise<LineAnswer> {
  if (tooLong) {
    const message = `Expected at most ${longestRequest} characters in a line.`
    return { line: number, ok: false, error: { code: 'limit-exceeded', message } }
  }
  let data: unknown
  try {
    data = JSON.parse(text)
  } catch {
    const { column, received } = await jsonFault(text)
    const message = `Expected a request as JSON, received ${received} in column ${column}.`
    return { line: number, ok: false, error: { code: 'value', message } }
  }
  try {
    const answered: LineAnswer = await answer(withDefaults(data, defaults), defaults.options)
    return answered.id === undefined ? { line: number, ...answered } : answered
  } catch (thrown) {
    return { ...idOf(data), ok: false, error: defectProblem(thrown, host) }
  }
}

/** Only what is missing is filled in, and only in what is a request. */
function withDefaults(data: unknown, { project, layout, structure, collect }: Defaults): unknown {
  if (typeof data !== 'object' || data === null || Array.isArray(data)) return data
  const { variables } = data as { variables?: unknown }
  const declared = Object.keys(project.variables).length > 0 && (variables === undefined || isRecord(variables))
  return {
    ...(layout !== undefined && { layout }),
    ...(structure !== undefined && { structure }),
    // A claim is compared with the derivative, however that is written.
    ...(collect && !Object.hasOwn(data, 'claim') && { collect }),
    ...data,
    ...(declared && { variables: { ...project.variables, ...(variables as object | undefined) } }),
  }
}

const isRecord = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
