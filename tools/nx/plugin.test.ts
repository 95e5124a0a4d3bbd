import { join } from 'node:path'
import { expect, it } from 'vitest'
import { createNodesV2 } from './plugin.mjs'

const workspaceRoot = join(import.meta.dirname, '../..')

async function project(root: string) {
  const [, infer] = createNodesV2
  const [[, result] = []] = await infer([join(root, 'package.json')], undefined, {
    workspaceRoot,
    nxJsonConfiguration: {},
  })
  return result?.projects?.[root]
}

it('infers targets and a tag from where a manifest is', async () => {
  const identity = await project('packages/identities/trace-cyclic')
  expect(identity?.tags).toEqual(['type:identity'])
  expect(Object.keys(identity?.targets ?? {})).toEqual(['lint', 'typecheck', 'test'])
  expect(identity?.targets?.test?.command).toContain('packages/identities/trace-cyclic/')
})

it('builds the package that has a command', async () => {
  const { targets } = (await project('apps/terminal'))!
  expect(targets?.build?.command).toBe('node tools/build/build.mjs terminal')
})

it('gives the root one pass over everything', async () => {
  const root = await project('.')
  expect(root?.targets?.test?.command).toBe('vitest run')
  expect(root?.targets?.typecheck?.command).toBe('tsc')
  expect(root?.targets?.build?.command).toBe('node tools/build/build.mjs')
})
