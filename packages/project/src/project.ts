import { readFileSync } from 'node:fs'
import { fail, type Problem, type Registry, requireProblem, type StructureMode } from '@matrix-derive/core'
import { readDeclarations } from '@matrix-derive/language'
import { standardRegistry } from '@matrix-derive/standard'
import { findConfig } from './find.ts'
import { parseJson } from './json.ts'

/** What a project has settled for all of its derivations. */
export interface Project {
  /** The file that says so; undefined where there is none. */
  readonly file?: string
  readonly layout?: string
  readonly structure?: StructureMode
  readonly collect?: boolean
  readonly variables: Readonly<Record<string, string>>
  /** What its derivations may use: everything standard, its plugins, its pins. */
  readonly registry: Registry
  /** One problem for each plugin that was refused; `plugin` names it. The rest goes on without it. */
  readonly refused: readonly Problem[]
}

export interface ProjectOptions {
  /** Says where the folder is in which proofs of plugins are remembered. */
  readonly env?: Readonly<Record<string, string | undefined>>
}

/**
 * The project that a directory belongs to. Without a configuration file it is an empty one, and nothing is read.
 * @throws `config`, naming the file, the key at fault and what was expected there
 */
export async function loadProject(directory: string, options: ProjectOptions = {}): Promise<Project> {
  const file = findConfig(directory)
  if (file === undefined) return { variables: {}, registry: standardRegistry(), refused: [] }
  const settings = await parseJson(readText(file), file, 'config')
  const { readSettings } = await import('./settings.ts')
  const { layout, structure, collect, variables = {}, plugins = [], identities = {} } = readSettings(settings, file)
  const { registry, refused } = await registryOf(file, plugins, identities, options)
  if (layout !== undefined && registry.layout(layout) === undefined) {
    const known = registry.layouts.map(({ name }) => name).join(', ')
    fail('config', `${file}: layout: Expected a layout, received "${layout}".`, {
      suggestion: `Layouts are ${known}.${refused.length > 0 ? ` Not loaded: ${refused.map(({ plugin }) => plugin).join(', ')}.` : ''}`,
    })
  }
  for (const [name, declaration] of Object.entries(variables)) checkDeclaration(file, name, declaration)
  const chosen = {
    ...(layout !== undefined && { layout }),
    ...(structure !== undefined && { structure }),
    ...(collect !== undefined && { collect }),
  }
  return { file, variables, registry, refused, ...chosen }
}

/** Whoever names no plugin and pins nothing pays for neither. */
async function registryOf(
  file: string,
  plugins: readonly string[],
  pins: Readonly<Record<string, string>>,
  { env = process.env }: ProjectOptions,
): Promise<Pick<Project, 'registry' | 'refused'>> {
  if (plugins.length === 0 && Object.keys(pins).length === 0) return { registry: standardRegistry(), refused: [] }
  const { cacheFolder, memoryIn } = await import('./plugins/memory.ts')
  const { loadRegistry } = await import('./plugins/load.ts')
  const memory = memoryIn(cacheFolder(env))
  return within(file, () => loadRegistry(file, plugins, pins, memory))
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    return fail('config', `${file}: Expected a file that can be read (${(error as NodeJS.ErrnoException).code}).`)
  }
}

/** What goes wrong about a key of the file is said with the file. */
async function within<T>(file: string, run: () => T | Promise<T>): Promise<T> {
  try {
    return await run()
  } catch (thrown) {
    const problem = requireProblem(thrown)
    const { message, suggestion } = problem
    return fail('config', `${file}: ${message}`, suggestion === undefined ? {} : { suggestion })
  }
}

function checkDeclaration(file: string, name: string, declaration: string): void {
  try {
    readDeclarations({ [name]: declaration })
  } catch (thrown) {
    const problem = requireProblem(thrown)
    const { message, suggestion } = problem
    const reason = message.replace(`${name}: `, '')
    fail('config', `${file}: variables.${name}: ${reason}`, suggestion === undefined ? {} : { suggestion })
  }
}
