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
  for (const name of new Set(names)) {
    try {
      const { problem } = await verdictOn(name, file, memory)
      if (problem !== undefined) refused.push(problem)
      else plugins.push({ name, exported: await importPlugin(name, pathToFileURL(file).href), proved: true })
    } catch (thrown) {
      refused.push(blame(name, thrown))
    }
  }
  const found = registryFor({ plugins, pins, forgiving: refused.length > 0 })
  return { registry: found.registry, refused: [...refused, ...found.refused].sort(byPlugin) }
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
