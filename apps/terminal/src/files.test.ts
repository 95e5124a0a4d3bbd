import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { makeFolder } from './files.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'matrix-derive-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

test('a folder is made with those that it lies in, for its owner alone, and may be there already', () => {
  const deep = join(folder, 'a', 'b', 'c')
  makeFolder(deep)
  makeFolder(deep)
  expect(readdirSync(join(folder, 'a', 'b'))).toEqual(['c'])
  expect(statSync(deep).mode & 0o777).toBe(0o700)
})

test('where no folder can be made there is an error, and no waiting', () => {
  writeFileSync(join(folder, 'file'), '')
  expect(() => makeFolder(join(folder, 'file', 'deeper'))).toThrow('ENOTDIR')
  expect(() => makeFolder('/proc/none/deeper')).toThrow()
})
