import { existsSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'

/**
 * The targets of every package, from the fact that it is one: a package holds a manifest and sources, the tools and
 * their settings are the repository's. The root project does the same work in one pass for all packages.
 * @type {import('nx/src/project-graph/plugins').CreateNodesV2}
 */
export const createNodesV2 = [
  '{package.json,packages/**/package.json,apps/*/package.json}',
  (manifests, _options, { workspaceRoot }) =>
    manifests.map(manifest => {
      const root = dirname(manifest)
      return [manifest, { projects: { [root]: { targets: targets(root, workspaceRoot), tags: tags(root) } } }]
    }),
]

/**
 * @param {string} root
 * @param {string} workspaceRoot
 */
function targets(root, workspaceRoot) {
  const whole = root === '.'
  const common = {
    lint: run(`biome check --error-on-warnings ${root}`),
    typecheck: run(whole ? 'tsc' : `node tools/typecheck/typecheck.mjs ${root}`),
    test: run(whole ? 'vitest run' : `vitest run --passWithNoTests ${root}/`),
  }
  if (whole) return { ...common, build: { ...run('node tools/build/build.mjs'), outputs: built } }
  // Packages are used from their sources and built in one pass; only a command has to be built to be run.
  if (!existsSync(join(workspaceRoot, root, 'src/main.ts'))) return common
  return { ...common, build: { ...run('node tools/build/build.mjs terminal'), outputs: ['{projectRoot}/dist'] } }
}

const built = ['packages/*/dist', 'packages/identities/*/dist', 'apps/*/dist'].map(path => `{workspaceRoot}/${path}`)

/** @param {string} command */
function run(command) {
  return { command }
}

/** What `nx run-many --projects tag:...` selects: an identity, a package, an app. @param {string} root */
function tags(root) {
  if (root === '.') return []
  const group = basename(dirname(root))
  return [{ identities: 'type:identity', packages: 'type:package', apps: 'type:app' }[group] ?? `type:${group}`]
}
