import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import ts from 'typescript'
import { readmeOf } from './readme.mjs'

const root = resolve(import.meta.dirname, '../..')

/** What has its own build, and takes from this one only what it exports. */
const apps = /^apps\//

/**
 * ES modules and declarations of every package: one program for all of them, routed into each `dist`. It begins at what
 * the packages export, so tests and what they share are left behind.
 * @param {{ checked?: boolean }} [options] without `checked` nothing looks for wrong types, which takes half of the time
 * @throws when something that is looked at has the wrong type
 */
export function buildPackages({ checked = true } = {}) {
  const packages = packageFolders()
  const entries = packages.flatMap(folder =>
    [...entriesOf(folder), ...ambientOf(folder)].map(file => join(root, folder, file)),
  )
  const { config } = ts.readConfigFile(join(root, 'tsconfig.json'), ts.sys.readFile)
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, root)
  const program = ts.createProgram(entries, {
    ...options,
    allowJs: false,
    checkJs: false,
    noEmit: false,
    noCheck: !checked,
    declaration: true,
    rewriteRelativeImportExtensions: true,
    outDir: root,
    rootDir: root,
  })
  if (checked) complain(ts.getPreEmitDiagnostics(program))
  for (const folder of packages.filter(folder => !apps.test(folder))) {
    rmSync(join(root, folder, 'dist'), { recursive: true, force: true })
  }
  program.emit(undefined, (file, text) => {
    const path = relative(root, file).replaceAll('\\', '/')
    // A manifest that is imported is already where it is imported from: src and dist are equally deep.
    if (path.endsWith('.json')) return
    const built = join(root, path.replace('/src/', '/dist/'))
    mkdirSync(dirname(built), { recursive: true })
    writeFileSync(built, path.endsWith('.d.ts') ? withBuiltImports(text) : text)
  })
  for (const folder of packages) writeFileSync(join(root, folder, 'README.md'), readmeOf(manifestOf(folder)))
}

/** Every folder with a manifest below packages and apps, from the root. */
export function packageFolders() {
  return ['packages', 'packages/identities', 'apps']
    .flatMap(parent => readdirSync(join(root, parent)).map(name => `${parent}/${name}`))
    .filter(folder => existsSync(join(root, folder, 'package.json')))
}

/** @param {string} folder */
function manifestOf(folder) {
  return JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'))
}

/** @param {string} folder @returns {string[]} */
function entriesOf(folder) {
  const { exports = {} } = manifestOf(folder)
  return typeof exports === 'string' ? [exports] : Object.values(exports)
}

/** What a package takes for granted of where it runs, such as the document of a page. @param {string} folder */
function ambientOf(folder) {
  const src = join(root, folder, 'src')
  return existsSync(src)
    ? readdirSync(src)
        .filter(name => name.endsWith('.d.ts'))
        .map(name => `src/${name}`)
    : []
}

/** TypeScript rewrites './x.ts' in code and leaves it in declarations, where './x.js' is what finds './x.d.ts'. */
function withBuiltImports(/** @type {string} */ text) {
  return text.replace(/((?:from|import)\s*\(?\s*['"]\.{1,2}\/[^'"]+)\.tsx?(?=['"])/g, '$1.js')
}

/** @param {readonly ts.Diagnostic[]} diagnostics */
function complain(diagnostics) {
  if (diagnostics.length === 0) return
  const host = {
    getCanonicalFileName: (/** @type {string} */ name) => name,
    getCurrentDirectory: () => root,
    getNewLine: () => '\n',
  }
  throw new Error(ts.formatDiagnostics(diagnostics, host))
}
