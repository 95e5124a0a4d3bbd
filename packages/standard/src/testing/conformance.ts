import { existsSync, readdirSync, readFileSync } from 'node:fs'
import type { Rows } from '@matrix-derive/verify'
import { type Derived, deriveText } from './deriving.ts'

/** A public case: a program, values for its names, and the numbers of its derivative in each layout. */
export interface Case {
  readonly id: string
  readonly expression: string
  readonly variables: Record<string, string>
  readonly wrt: string
  readonly order?: number
  readonly values: Record<string, unknown>
  readonly expected: Readonly<Record<'value' | 'numerator' | 'denominator' | 'mixed', Rows>>
}

/** The data is shared by several projects and lies beside the repository; where it is absent, a copy stands in. */
export const shared = new URL('../../../../../shared/conformance/', import.meta.url)
export const copy = new URL('../conformance/', import.meta.url)

export const dataFiles = (folder: URL) => readdirSync(folder).filter(file => file.endsWith('.jsonl'))
export const readText = (file: string, folder: URL) => readFileSync(new URL(file, folder), 'utf8')

/** Every public case. */
export function conformanceCases(): Case[] {
  const source = existsSync(shared) ? shared : copy
  return dataFiles(source).flatMap(file =>
    readText(file, source)
      .trim()
      .split('\n')
      .map(line => JSON.parse(line) as Case),
  )
}

export function deriveCase({ expression, variables, wrt, order = 1 }: Case, layout: string): Derived {
  return deriveText({ text: expression, declarations: variables, wrt, layout, order })
}
