import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { DerivationError } from '@matrix-derive/core'
import { standardRegistry } from '@matrix-derive/standard'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { configName } from './find.ts'
import { loadProject } from './project.ts'

const nothingElse = { registry: standardRegistry(), refused: [] }

let directory: string
let file: string

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'matrix-derive-project-'))
  file = join(directory, configName)
})

afterEach(() => rmSync(directory, { recursive: true }))

it('is empty without a file', async () => {
  expect(await loadProject(directory)).toEqual({ variables: {}, ...nothingElse })
})

it('is found upwards', async () => {
  writeFileSync(file, '\uFEFF{ "layout": "denominator", "variables": { "A": "symmetric(n)" } }')
  const below = join(directory, 'a/b')
  mkdirSync(below, { recursive: true })
  expect(await loadProject(below)).toEqual({
    file,
    layout: 'denominator',
    variables: { A: 'symmetric(n)' },
    ...nothingElse,
  })
})

it('says which layouts there are, and what of a wrong value fits on a line', async () => {
  const problemOf = async (text: string) => {
    writeFileSync(file, text)
    const error: unknown = await loadProject(directory).catch((thrown: unknown) => thrown)
    return (error as DerivationError).problem
  }
  const { suggestion } = await problemOf('{ "layout": "rows" }')
  expect(suggestion).toBe('Layouts are denominator, mixed, numerator.')
  const { message } = await problemOf(`{ "layout": ["${'x'.repeat(50)}"] }`)
  expect(message).toMatch(/, received \["x{35}\.\.\.\.$/)
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
  [
    '{ "plugins": "./lse.js" }',
    ': plugins: Expected names of packages and files, such as ["@acme/identity-woodbury", "./identities/lse.js"], received "./lse.js".',
  ],
  ['{ "plugins": [7] }', ': plugins.0: Expected the name of a package or a file, received 7.'],
  [
    '{ "identities": { "trace-cyclic": 1 } }',
    ': identities.trace-cyclic: Expected versions, such as "^1.0.0", received 1.',
  ],
  [
    '{ "identities": { "trace-cyclic": "one" } }',
    ': identities.trace-cyclic: Expected versions such as "^1.0.0" or "2.0.0", received "one".',
  ],
  [
    '{ "identities": { "trace-cyclic": "^2.0.0" } }',
    ': identities.trace-cyclic: Expected an installed version that "^2.0.0" allows, received 1.0.0.',
  ],
  ['{ "layout": "numerator",\n  }', ':2:3: Expected JSON, received "}".'],
  ['{ "layout": nan }', ':1:13: Expected JSON, received "nan".'],
  ['{ "layout": ', ':1:13: Expected JSON, received the end of the text.'],
  ['', ':1:1: Expected JSON, received the end of the text.'],
])('tells what is wrong in %s', async (text, message) => {
  writeFileSync(file, text)
  const error: unknown = await loadProject(directory).catch((thrown: unknown) => thrown)
  expect((error as DerivationError).problem).toMatchObject({ code: 'config', message: file + message })
})
