import { createHash, randomUUID } from 'node:crypto'
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { homedir } from 'node:os'
import { join } from 'node:path'
import type { Problem } from '@matrix-derive/core'
import type { Verdict } from './proving.ts'

/** Remembers what became of plugins, by the content of their files. */
export interface Memory {
  recall(key: readonly string[]): Promise<Verdict | undefined>
  remember(key: readonly string[], verdict: Verdict): Promise<void>
}

/** Changes when a proof asks more than before, so that what was proved is proved again. */
const generation = 1

interface Remembered {
  readonly generation: number
  readonly key: readonly string[]
  /** The content of each file, by its URL. */
  readonly files: Readonly<Record<string, string>>
  readonly problem?: Problem
}

/** The folder for what can be made again: that of XDG, or of Windows. */
export function cacheFolder(env: Readonly<Record<string, string | undefined>>): string {
  const base = env.XDG_CACHE_HOME || (process.platform === 'win32' && env.LOCALAPPDATA) || join(homedir(), '.cache')
  return join(base, 'matrix-derive', 'plugins')
}

/** A memory in a folder. What is damaged, out of date or cannot be written is as if it were not there. */
export function memoryIn(folder: string): Memory {
  const fileOf = (key: readonly string[]) => join(folder, `${digest(JSON.stringify(key))}.json`)
  return {
    async recall(key) {
      try {
        const remembered = JSON.parse(await readFile(fileOf(key), 'utf8')) as Remembered
        if (remembered.generation !== generation || remembered.key.join('\n') !== key.join('\n')) return undefined
        const files = Object.keys(remembered.files)
        const same = await Promise.all(files.map(async url => (await hashOf(url)) === remembered.files[url]))
        if (files.length === 0 || !same.every(Boolean)) return undefined
        return { files, lasting: true, ...(remembered.problem && { problem: remembered.problem }) }
      } catch {
        return undefined
      }
    },
    async remember(key, { files, problem, lasting }) {
      if (!lasting || files.length === 0) return
      const file = fileOf(key)
      const part = `${file}.${randomUUID()}`
      try {
        const hashes = await Promise.all(files.map(async url => [url, await hashOf(url)] as const))
        const remembered: Remembered = {
          generation,
          key,
          files: Object.fromEntries(hashes),
          ...(problem && { problem }),
        }
        await mkdir(folder, { recursive: true })
        // By renaming: who reads meanwhile finds the old file, or the new one, and never half of one.
        await writeFile(part, JSON.stringify(remembered))
        await rename(part, file)
      } catch {
        await rm(part, { force: true }).catch(() => {})
      }
    },
  }
}

async function hashOf(url: string): Promise<string> {
  return digest(await readFile(new URL(url)))
}

function digest(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex')
}
