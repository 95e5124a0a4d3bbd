// The generators that generators.json names. What a package says is worked out by the sources of this repository, which
// are TypeScript, so they are bundled before they run.

import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root, say } from '../setup/setup.mjs'
import { loadSources } from '../setup/sources.mjs'

/** @typedef {import('nx/src/generators/tree').Tree} Tree */
/** @typedef {typeof import('./index.ts')} Drafts */
/** @typedef {import('./draft.ts').Draft} Draft */

/** @param {Tree} tree @param {any} options */
export const newIdentity = (tree, options) => generate(tree, options, drafts => drafts.draftIdentity(options))

/** @param {Tree} tree @param {any} options */
export const newOperator = (tree, options) => generate(tree, options, drafts => drafts.draftOperator(options))

/** @param {Tree} tree @param {any} options */
export const newLayout = (tree, options) => generate(tree, options, drafts => drafts.draftLayout(options))

/**
 * @param {Tree} tree
 * @param {{ statement: string }} options
 * @param {(drafts: Drafts) => Draft | Promise<Draft>} draw
 * @returns {Promise<() => void>} what is left to do when the files are there
 */
async function generate(tree, { statement }, draw) {
  /** @type {Drafts} */
  const drafts = await loadSources('tools/new/index.ts')
  let draft
  try {
    draft = await draw(drafts)
  } catch (thrown) {
    throw explained(drafts, thrown, statement)
  }
  const folder = `packages/identities/${draft.name}`
  for (const [path, text] of Object.entries(draft.files)) tree.write(`${folder}/${path}`, text)
  const [manifest, list] = ['packages/standard/package.json', 'packages/standard/src/identities.ts']
  tree.write(manifest, drafts.withDependency(`${tree.read(manifest)}`, draft.name))
  tree.write(list, drafts.withPackage(`${tree.read(list)}`, draft))
  return () => {
    run('node_modules/.bin/biome', 'check', '--write', folder, manifest, list)
    install()
    for (const line of draft.report) process.stdout.write(`${line}\n`)
    say(`wrote ${folder}; next: npm test -- ${draft.name}, and npm run docs for its entry in the catalogue`)
  }
}

/** An error that a person understands, without a trace of where it was noticed. */
function explained(/** @type {Drafts} */ drafts, /** @type {unknown} */ thrown, /** @type {string} */ statement) {
  const text = drafts.explanation(thrown, statement)
  return text === undefined ? thrown : Object.assign(new Error(text), { stack: '' })
}

/** The lock file has a place for every package, and the new one finds what it imports. */
function install() {
  const { packageManager } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  const args = ['--yes', packageManager, 'install', '--no-frozen-lockfile', '--prefer-offline', '--reporter=silent']
  run('npx', ...args)
}

/** @param {string} tool @param {...string} args */
function run(tool, ...args) {
  const { status, stdout, stderr } = spawnSync(tool, args, {
    cwd: root,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  })
  if (status !== 0) throw new Error(`${tool} ${args[0]} failed\n${stdout}${stderr}`)
}
