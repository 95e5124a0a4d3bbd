import { realpathSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { packages } from '../check/packages.ts'
import { copySources, type Workspace } from '../copy/workspace.ts'
import { root } from '../setup/setup.mjs'

let clone: Workspace

const git = 'git -c user.name=Somebody -c user.email=somebody@example.org'
const environment =
  'GIT_AUTHOR_NAME=S GIT_AUTHOR_EMAIL=s@example.org GIT_COMMITTER_NAME=S GIT_COMMITTER_EMAIL=s@example.org'

/** A line of shell that has to end well; what it printed. */
async function shell(line: string): Promise<string> {
  const { code, out, err } = await clone.run(line)
  expect({ line, code, text: code === 0 ? '' : out + err }).toEqual({ line, code: 0, text: '' })
  return out
}

const version = (folder: string): string => JSON.parse(clone.read(`${folder}/package.json`)!).version

beforeAll(async () => {
  clone = copySources()
  symlinkSync(realpathSync(join(root, 'node_modules')), join(clone.folder, 'node_modules'))
  clone.write('.nx/version-plans/shapes.md', `---\n'@matrix-derive/core': patch\n---\n\nFinds shapes sooner.\n`)
  // node_modules is a link here, which the usual line for a folder does not mean.
  await shell(`git init -q && echo /node_modules >> .git/info/exclude && git add -A && ${git} commit -qm start`)
}, 300_000)

afterAll(() => clone.remove())

describe('a plan that names core', () => {
  it('is shown to change core, and nothing that depends on it', async () => {
    const shown = await shell('npm run --silent release -- --dry-run 2>&1')
    const updated = [...shown.matchAll(/^UPDATE (\S+)/gm)].map(([, path]) => path)
    expect(updated).toEqual(['packages/core/package.json'])
    expect(shown).toContain('"version": "1.0.1"')
    expect(shown).toContain('Finds shapes sooner.')
    expect(shown).not.toContain('trace-cyclic')
    expect(shown).toContain(`${packages.length - 1} packages are named by no plan`)
    expect(version('packages/core')).toBe('1.0.0')
  }, 300_000)

  it('gives core its version, its changelog and its tag, and nothing else anything', async () => {
    const before = new Map(packages.map(({ folder }) => [folder, version(folder)]))
    await shell(`${environment} npm run --silent release`)
    const changed = packages.filter(({ folder }) => version(folder) !== before.get(folder))
    expect(changed.map(({ id }) => id)).toEqual(['core'])
    expect(version('packages/core')).toBe('1.0.1')
    expect(clone.read('packages/core/CHANGELOG.md')).toMatch(/^## 1\.0\.1 .*Finds shapes sooner\.$/s)
    const files = (await shell('git show --name-only --format= HEAD')).trim().split('\n')
    expect(files.sort()).toEqual([
      '.nx/version-plans/shapes.md',
      'packages/core/CHANGELOG.md',
      'packages/core/package.json',
    ])
    expect((await shell('git tag')).trim()).toBe('@matrix-derive/core@1.0.1')
  }, 300_000)
})
