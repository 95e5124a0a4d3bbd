import { availableParallelism } from 'node:os'
import { dirname } from 'node:path'
import { pathToFileURL } from 'node:url'
import {
  blame,
  type ForeignPlugin,
  type Pins,
  type ProjectRegistry,
  registryFor,
  requireInterface,
} from '@matrix-derive/admission'
import type { Problem } from '@matrix-derive/core'
import { interfaceVersion } from '@matrix-derive/plugin'
import { locate } from './locating.ts'
import type { Memory } from './memory.ts'
import { proveApart, type Verdict } from './proving.ts'
import { importPlugin } from './sharing.ts'

/**
 * The registry of a project with the plugins that its configuration file names. Nothing else is loaded; each is proved in
 * a thread of its own before any of it runs here, unless the same files were proved before.
 * @param file the configuration file
 * @throws `config` for pins that cannot be kept
 */
export async function loadRegistry(
  file: string,
  names: readonly string[],
  pins: Pins,
  memory: Memory,
): Promise<ProjectRegistry> {
  const plugins: ForeignPlugin[] = []
  const refused: Problem[] = []
  const loaded = await toStandardError(() => inParallel([...new Set(names)], name => load(name, file, memory)))
  for (const one of loaded) {
    if ('code' in one) refused.push(one)
    else plugins.push(one)
  }
  const found = registryFor({ plugins, pins, forgiving: refused.length > 0 })
  return { registry: found.registry, refused: [...refused, ...found.refused].sort(byPlugin) }
}

/** What a plugin prints while it is read does not stand among the answers. */
async function toStandardError<T>(work: () => Promise<T>): Promise<T> {
  const { write } = process.stdout
  process.stdout.write = process.stderr.write.bind(process.stderr) as typeof write
  try {
    return await work()
  } finally {
    process.stdout.write = write
  }
}

/** So many at a time as there are processors, for each may take a while to be proved. */
async function inParallel<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = []
  const open = items.entries()
  const worker = async () => {
    for (const [i, item] of open) results[i] = await work(item)
  }
  await Promise.all(Array.from({ length: Math.min(items.length, availableParallelism()) }, worker))
  return results
}

/** The plugin, or what is wrong with it. */
async function load(name: string, file: string, memory: Memory): Promise<ForeignPlugin | Problem> {
  try {
    const { problem } = await verdictOn(name, file, memory)
    return problem ?? { name, exported: await importPlugin(name, pathToFileURL(file).href), proved: true }
  } catch (thrown) {
    return blame(name, thrown)
  }
}

const byPlugin = (a: Problem, b: Problem) => (a.plugin! < b.plugin! ? -1 : 1)

async function verdictOn(name: string, file: string, memory: Memory): Promise<Verdict> {
  const from = pathToFileURL(file).href
  const { manifest, requires } = locate(name, dirname(file))
  requireInterface(requires)
  const key = [name, dirname(file), interfaceVersion, process.versions.node]
  const known = await memory.recall(key)
  if (known !== undefined) return known
  const verdict = await proveApart({ name, from })
  const files = manifest === undefined ? verdict.files : [...verdict.files, pathToFileURL(manifest).href]
  await memory.remember(key, { ...verdict, files: verdict.files.length === 0 ? [] : files })
  return verdict
}
