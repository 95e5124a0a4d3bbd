import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { configName } from '../find.ts'
import { loadProject } from '../project.ts'

let directory: string

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'matrix-derive-load-'))
})

afterEach(() => rmSync(directory, { recursive: true }))

const load = () => loadProject(directory, { env: { XDG_CACHE_HOME: join(directory, 'cache') } })

const turn = (name: string) => `
  import { defineIdentity } from '@matrix-derive/plugin'
  export default defineIdentity(
    { name: '@me/${name}', version: '1.0.0', description: 'Twice is not at all.' },
    { phase: 'simplify', statement: "P'' -> P", where: { P: 'matrix(m,n)' }, title: 'twice', source: 'by definition' },
  )`

it('plugins share the modules that are in use, and are remembered', async () => {
  writeFileSync(join(directory, configName), '{ "plugins": ["./turn.js"] }')
  writeFileSync(join(directory, 'turn.js'), turn('turn'))
  const { registry, refused } = await load()
  expect(refused).toEqual([])
  expect(registry.plugins).toEqual(['./turn.js'])
  expect(registry.identity('turn')?.plugin).toBe('./turn.js')
  expect(readdirSync(join(directory, 'cache/matrix-derive/plugins'))).toHaveLength(1)
})

it('one that is refused leaves the others', async () => {
  writeFileSync(join(directory, configName), '{ "plugins": ["./gone.js", "./turn.js", "./turn.js"] }')
  writeFileSync(join(directory, 'turn.js'), turn('other-turn'))
  const { registry, refused } = await load()
  expect(refused.map(({ plugin }) => plugin)).toEqual(['./gone.js'])
  expect(registry.plugins).toEqual(['./turn.js'])
})
