import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { follow } from '../copy/follow.ts'
import { copyWorkspace, type Workspace } from '../copy/workspace.ts'
import { root } from '../setup/setup.mjs'

let workspace: Workspace

beforeAll(async () => {
  workspace = await copyWorkspace()
}, 300_000)

afterAll(() => workspace.remove())

it('the page on adding an identity can be followed as it is written', async () => {
  const page = readFileSync(join(root, 'docs/how-to/add-an-identity.md'), 'utf8')
  expect(await follow(page, workspace)).toEqual([])
}, 300_000)

it('what it made keeps the promises of the repository, and passes', async () => {
  const made = ['layout-gradient-rows', 'operator-softplus2'].map(name => `packages/identities/${name}/`).join(' ')
  const { code, out, err } = await workspace.run(
    `npx vitest run tools/check ${made} && npx biome check packages/standard`,
  )
  expect({ code, text: code === 0 ? '' : out + err }).toEqual({ code: 0, text: '' })
}, 300_000)
