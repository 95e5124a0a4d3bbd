import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

/** A derivative that others have computed as well. */
export interface Case {
  readonly id: string
  readonly expression: string
  readonly variables: Readonly<Record<string, string>>
  readonly wrt: string
  readonly order?: number
}

const folder = resolve(import.meta.dirname, '../../packages/standard/src/conformance')

/** The public cases, of which the repository has a copy. */
export const cases: readonly Case[] = (existsSync(folder) ? readdirSync(folder) : [])
  .filter(file => file.endsWith('.jsonl'))
  .flatMap(file => readFileSync(join(folder, file), 'utf8').trim().split('\n'))
  .map(line => JSON.parse(line) as Case)
