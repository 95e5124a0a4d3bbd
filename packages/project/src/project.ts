import { readFileSync } from 'node:fs'
import { fail, problemOf, type Registry } from '@matrix-derive/core'
import { readDeclarations } from '@matrix-derive/language'
import { findConfig } from './find.ts'
import { parseJson } from './json.ts'

/** What a project has settled for all of its derivations. */
export interface Project {
  /** The file that says so; undefined where there is none. */
  readonly file?: string
  readonly layout?: string
  readonly variables: Readonly<Record<string, string>>
}

/**
 * The project that a directory belongs to. Without a configuration file it is an empty one, and nothing is read.
 * @throws `config`, naming the file, the key at fault and what was expected there
 */
export async function loadProject(directory: string, registry: Registry): Promise<Project> {
  const file = findConfig(directory)
  if (file === undefined) return { variables: {} }
  const settings = await parseJson(readText(file), file, 'config')
  const { readSettings } = await import('./settings.ts')
  const { layout, variables = {} } = readSettings(settings, file)
  if (layout !== undefined && registry.layout(layout) === undefined) {
    const known = registry.layouts.map(({ name }) => name).join(', ')
    fail('config', `${file}: layout: Expected a layout, received "${layout}".`, { suggestion: `Layouts are ${known}.` })
  }
  for (const [name, declaration] of Object.entries(variables)) checkDeclaration(file, name, declaration)
  return { file, variables, ...(layout !== undefined && { layout }) }
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    return fail('config', `${file}: Expected a file that can be read (${(error as NodeJS.ErrnoException).code}).`)
  }
}

function checkDeclaration(file: string, name: string, declaration: string): void {
  try {
    readDeclarations({ [name]: declaration })
  } catch (thrown) {
    const problem = problemOf(thrown)
    if (problem === undefined) throw thrown
    const { message, suggestion } = problem
    const reason = message.replace(`${name}: `, '')
    fail('config', `${file}: variables.${name}: ${reason}`, suggestion === undefined ? {} : { suggestion })
  }
}
