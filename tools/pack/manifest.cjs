const { existsSync, readFileSync } = require('node:fs')
const { join, relative } = require('node:path')

const root = join(__dirname, '../..')

/** @typedef {Record<string, any>} Manifest a package.json */

/**
 * The manifest that goes into a tarball: entries point into `dist`, types beside them, and what holds for all packages
 * is said here and in the manifest of the repository, so that no package repeats it.
 * @param {Manifest} manifest of the package, its ranges already those of the registry
 * @param {string} folder of the package
 * @returns {Manifest}
 * @throws when the package has not been built
 */
function packed({ devDependencies: _, ...manifest }, folder) {
  const { license, author, repository, engines } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  const entries = entriesOf(manifest)
  for (const file of [...entries.flatMap(([, { types, default: code }]) => [types, code]), ...binaries(manifest)]) {
    if (existsSync(join(folder, file))) continue
    throw new Error(`Expected ${file} in ${relative(root, folder)}; build it with "npm run pack", which also packs.`)
  }
  return {
    ...manifest,
    ...(binaries(manifest).length > 0 && { dependencies: unbundled(manifest, folder, entries) }),
    ...(Array.isArray(manifest.sideEffects) && { sideEffects: manifest.sideEffects.map(file => `${built(file)}.js`) }),
    ...(entries.length > 0 && { exports: Object.fromEntries([...entries, ['./package.json', './package.json']]) }),
    // What the command has compiled where it was built is of no use elsewhere.
    files: ['dist', '!dist/parts/compiled', 'CHANGELOG.md'],
    license,
    author,
    ...(repository && { repository: { ...repository, directory: relative(root, folder).replaceAll('\\', '/') } }),
    engines,
    publishConfig: { access: 'public' },
  }
}

/**
 * @param {Manifest} manifest
 * @returns {[path: string, { types: string, default: string }][]}
 */
function entriesOf({ exports = {} }) {
  return Object.entries(typeof exports === 'string' ? { '.': exports } : exports).map(([path, source]) => {
    return [path, { types: `${built(source)}.d.ts`, default: `${built(source)}.js` }]
  })
}

/**
 * A command is built with all that it needs; of its dependencies only those are installed that its entries for programs import.
 * @param {Manifest} manifest
 * @param {string} folder
 * @param {[path: string, { default: string }][]} entries
 * @returns {Record<string, string>}
 */
function unbundled({ dependencies = {} }, folder, entries) {
  const code = entries.map(([, { default: file }]) => readFileSync(join(folder, file), 'utf8')).join('\n')
  return Object.fromEntries(Object.entries(dependencies).filter(([name]) => code.includes(`'${name}'`)))
}

/** Where a source is built to, without the extension. @param {string} source */
const built = source => source.replace('./src/', './dist/').replace(/\.tsx?$/, '')

/** @param {Manifest} manifest @returns {string[]} */
const binaries = ({ bin = {} }) => Object.values(bin)

module.exports = { packed }
