import { existsSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'

export const configName = 'matrix-derive.config.json'

/** The configuration file that holds for a directory: its own or that of the nearest directory above. */
export function findConfig(directory: string): string | undefined {
  for (let at = resolve(directory); ; at = dirname(at)) {
    const file = join(at, configName)
    if (existsSync(file)) return file
    if (dirname(at) === at) return undefined
  }
}
