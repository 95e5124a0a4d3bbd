import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { DerivationError, Registry } from '@matrix-derive/core'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { configName } from './find.ts'
import { loadProject } from './project.ts'

const layouts = [{ name: 'numerator' }, { name: 'denominator' }]
const registry = {
  layouts,
  layout: (name: string) => layouts.find(layout => layout.name === name),
} as unknown as Registry

let directory: string
let file: string

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'matrix-derive-project-'))
  file = join(directory, configName)
})

afterEach(() => rmSync(directory, { recursive: true }))

it('is empty without a file', async () => {
  expect(await loadProject(directory, registry)).toEqual({ variables: {} })
})

it('is found upwards', async () => {
  writeFileSync(file, '\uFEFF{ "layout": "denominator", "variables": { "A": "symmetric(n)" } }')
  const below = join(directory, 'a/b')
  mkdirSync(below, { recursive: true })
  expect(await loadProject(below, registry)).toEqual({ file, layout: 'denominator', variables: { A: 'symmetric(n)' } })
})

it.each([
  ['[]', ': Expected an object with the settings of the project, received [].'],
  ['{ "layot": "numerator" }', ': layot: Expected no such key.'],
  ['{ "layout": 5 }', ': layout: Expected the name of a layout, such as "numerator", received 5.'],
  ['{ "layout": "rows" }', ': layout: Expected a layout, received "rows".'],
  ['{ "variables": [] }', ': variables: Expected declarations by name, such as { "A": "matrix(m,n)" }, received [].'],
  ['{ "variables": { "A": 1 } }', ': variables.A: Expected a declaration, such as "matrix(m,n)", received 1.'],
  [
    '{ "variables": { "A": "matrx(m,n)" } }',
    ': variables.A: Expected a kind such as scalar, vector(n) or matrix(m,n) in the declaration "matrx(m,n)", received "matrx".',
  ],
  ['{ "layout": "numerator",\n  }', ':2:3: Expected JSON, received "}".'],
  ['{ "layout": nan }', ':1:13: Expected JSON, received "nan".'],
  ['{ "layout": ', ':1:13: Expected JSON, received the end of the text.'],
  ['', ':1:1: Expected JSON, received the end of the text.'],
])('tells what is wrong in %s', async (text, message) => {
  writeFileSync(file, text)
  const error: unknown = await loadProject(directory, registry).catch((thrown: unknown) => thrown)
  expect((error as DerivationError).problem).toMatchObject({ code: 'config', message: file + message })
})
