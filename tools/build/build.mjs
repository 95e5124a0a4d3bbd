import { mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join, relative, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build, transform } from 'esbuild'

const root = resolve(import.meta.dirname, '../..')
const outdir = join(root, 'apps/terminal/dist')
const main = join(outdir, 'matrix-derive.js')

/** @type {import('esbuild').BuildOptions} */
const common = {
  absWorkingDir: root,
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  charset: 'utf8',
  // Less to read at start, but stack traces keep their names.
  minifyWhitespace: true,
  minifySyntax: true,
  logLevel: 'warning',
}

/**
 * The terminal command: parts that load.ts runs, and the screen of a session, which is a module. What the sources import
 * dynamically (numeric libraries, views) is in parts that are read when they are needed.
 */
export async function buildTerminal() {
  const { parts, entries } = await scripts(outdir, {
    'matrix-derive': 'apps/terminal/src/main.ts',
    // The thread in which plugins are proved.
    prover: 'packages/project/src/plugins/prover.ts',
    // The thread in which a session works.
    session: 'apps/terminal/src/session/thread.ts',
  })
  const screen = await build({
    ...common,
    entryPoints: { screen: 'apps/terminal/src/session/open.tsx' },
    outdir,
    // React as its users have it, and without the tools that Ink offers to its developers.
    define: { 'process.env.NODE_ENV': '"production"' },
    external: ['*/devtools.js'],
    // In one piece, modules that it reads late would never be set up for those that it reads at once.
    splitting: true,
    chunkNames: 'parts/[name]-[hash]',
    write: false,
  })
  const modules = screen.outputFiles.map(({ path, text }) => ({ path, text: withRequire(text) }))
  // The entries last: whoever starts meanwhile finds a whole build, the old one or the new.
  const files = [...parts, ...modules, ...entries]
  for (const file of files) write(file)
  const bytes = files.reduce((total, { text }) => total + Buffer.byteLength(text), 0)
  process.stderr.write(`  ${relative(root, main)} and what it loads, ${(bytes / 1000).toFixed(0)} kB\n`)
  const made = new Set([...parts, ...modules].map(({ path }) => basename(path)))
  for (const name of readdirSync(join(outdir, 'parts'))) {
    if (!made.has(name)) rmSync(join(outdir, 'parts', name), { recursive: true, force: true, maxRetries: 5 })
  }
}

/** @typedef {{ path: string, text: string }} File */

/** By renaming, so that nobody reads half of it. @param {File} file */
export function write({ path, text }) {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(`${path}.${process.pid}`, text, { mode: text.startsWith('#!') ? 0o755 : 0o644 })
  renameSync(`${path}.${process.pid}`, path)
}

/**
 * A program as parts for load.ts, which are scripts and have the hash of their content in their names, and for each entry a
 * module that loads it.
 * @param {string} folder that it will be in
 * @param {Record<string, string>} entryPoints sources by name; the first is the command
 * @returns {Promise<{ parts: File[], entries: File[] }>}
 */
export async function scripts(folder, entryPoints) {
  const outdir = join(folder, 'parts')
  const loader = await build({ ...common, entryPoints: ['tools/build/load.ts'], outdir: folder, write: false })
  const { outputFiles, metafile } = await build({
    ...common,
    entryPoints,
    outdir,
    entryNames: '[name]-[hash]',
    chunkNames: '[name]-[hash]',
    outExtension: { '.js': '.cjs' },
    splitting: true,
    define: { 'import.meta.url': 'url' },
    plugins: [screenApart],
    metafile: true,
    write: false,
  })
  const parts = await Promise.all(outputFiles.map(async ({ path, text }) => ({ path, text: await asScript(text) })))
  const entries = Object.entries(metafile.outputs).flatMap(([output, { entryPoint }]) => {
    const index = Object.values(entryPoints).indexOf(entryPoint ?? '')
    if (index < 0) return []
    const name = Object.keys(entryPoints)[index]
    const call = `load(new URL("parts/",import.meta.url),"${basename(output)}"${index === 0 ? ',process.argv[2]' : ''})`
    const text = `${index === 0 ? '#!/usr/bin/env node\n' : ''}import{load}from"./load.js";${call}\n`
    return [{ path: join(folder, `${name}.js`), text }]
  })
  return { parts, entries: [...loader.outputFiles.map(({ path, text }) => ({ path, text })), ...entries] }
}

/**
 * The screen waits for its layout engine while it is read, which scripts cannot. It takes plain data and nothing else from
 * the program that opens it.
 * @type {import('esbuild').Plugin}
 */
const screenApart = {
  name: 'screen-apart',
  setup({ onResolve }) {
    onResolve({ filter: /\/session\/open\.tsx$/ }, () => ({ path: '../screen.js', external: true }))
  },
}

/**
 * What imports a part runs it; what imports anything else imports a module, as Node does it.
 * @param {string} text an ES module
 */
async function asScript(text) {
  const imports = text.replace(/\bimport\((?!"\.\/)/g, 'importModule(')
  const { code } = await transform(imports, {
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    charset: 'utf8',
    minifyWhitespace: true,
    supported: { 'dynamic-import': false },
  })
  return code
}

/**
 * A library in the old module format asks for parts of Node by `require`, which ES modules have only when they make it.
 * @param {string} text
 */
function withRequire(text) {
  if (!text.includes('Dynamic require of')) return text
  return `import{createRequire as makeRequire}from"node:module";const require=makeRequire(import.meta.url);${text}`
}

// `npm run build`: everything, the command and what every package exports; with the word "terminal", the command alone.
if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const isWhole = process.argv[2] !== 'terminal'
  if (isWhole) (await import('./packages.mjs')).buildPackages()
  await buildTerminal()
  if (isWhole) await (await import('./web.mjs')).buildWeb()
}
