import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import { minify } from 'terser'
import { withLock } from '../setup/lock.mjs'
import { fingerprints } from '../setup/scan.mjs'
import {
  importsAtOnce,
  parserAsModules,
  slim,
  slimManifests,
  slimOperators,
  slimStyles,
  wholePatches,
  withoutCollecting,
} from './lean.mjs'
import { elementsManifest } from './manifest.mjs'

const root = resolve(import.meta.dirname, '../..')
const outdir = join(root, 'apps/web/dist')

/**
 * What the element may weigh, in bytes of gzip. We aim at 90,000; docs/explanation/design-decisions.md says what it is made of
 * and what was tried.
 */
export const largestElement = 144_500

/**
 * The element and everything it needs, as one ES module for any page.
 * @returns {Promise<{ bytes: number, gzip: number }>}
 */
export async function buildElement() {
  const code = await bundle('apps/web/src/index.ts')
  const gzip = gzipSync(code, { level: 9 }).length
  write('matrix-derive.js', code)
  return { bytes: Buffer.byteLength(code), gzip }
}

/** Everything for pages: the element, the renderer, the playground. */
export async function buildWeb() {
  const element = await buildElement()
  say('matrix-derive.js', element)
  write(
    'custom-elements.json',
    `${JSON.stringify(elementsManifest(join(root, 'apps/web/src/element.ts')), undefined, 2)}\n`,
  )
  await buildRenderer()
  await buildPlayground()
}

/** The renderer for pages without script, and what such a page looks like. */
async function buildRenderer() {
  const rendered = await bundled('apps/web/src/render.ts', [importsAtOnce, parserAsModules])
  write('render.js', rendered)
  write('matrix-derive.css', styleSheet())
}

/** The style sheet of the element, for lines that stand in the page itself. */
function styleSheet() {
  const source = readFileSync(join(root, 'apps/web/src/styles.ts'), 'utf8')
  const [, text = ''] = /css`([^`]*)`/.exec(source) ?? []
  // What is in the page has no host and shares its names with others.
  return `@scope (.matrix-derive) {${slim(text.replaceAll(':host', ':scope'))}}\n`
}

/** A folder that any web server can serve. */
async function buildPlayground() {
  const sources = join(root, 'apps/web/src/playground')
  write(
    'playground/playground.js',
    await bundled(join(sources, 'playground.ts'), [importsAtOnce, parserAsModules, slimStyles, wholePatches]),
  )
  for (const name of ['index.html', 'playground.css'])
    write(`playground/${name}`, readFileSync(join(sources, name), 'utf8'))
  copyFileSync(join(outdir, 'matrix-derive.js'), join(outdir, 'playground/matrix-derive.js'))
}

/**
 * @param {string} name
 * @param {{ bytes: number, gzip: number }} size
 */
function say(name, { bytes, gzip }) {
  const kilo = (/** @type {number} */ count) => `${(count / 1000).toFixed(1)} kB`
  process.stderr.write(`  apps/web/dist/${name}  ${kilo(bytes)}, ${kilo(gzip)} gzip\n`)
}

const state = join(root, 'node_modules/.matrix-derive')
const stamp = join(state, 'web')

/** Builds only when something changed since it was built; one process at a time. */
export async function webBuilt() {
  const { sources } = fingerprints(root)
  const isBuilt = () => existsSync(stamp) && readFileSync(stamp, 'utf8') === sources
  if (isBuilt()) return
  mkdirSync(state, { recursive: true })
  await withLock(join(state, 'web.lock'), async () => {
    if (isBuilt()) return
    await buildWeb()
    writeFileSync(stamp, sources)
  })
}

/**
 * One file. The bundler finds what is used; the minifier after it finds the shorter way to say it.
 * @param {string} entry
 */
async function bundle(entry) {
  const text = await bundled(entry, [
    withoutCollecting,
    slimManifests,
    slimOperators,
    importsAtOnce,
    parserAsModules,
    slimStyles,
    wholePatches,
  ])
  const { code = '' } = await minify(text, {
    module: true,
    ecma: 2020,
    compress: {
      passes: 2,
      pure_getters: true,
      unsafe_arrows: true,
      keep_fargs: false,
      inline: 1,
      lhs_constants: false,
    },
    format: { comments: false },
  })
  return code
}

/**
 * @param {string} entry
 * @param {import('esbuild').Plugin[]} plugins
 */
async function bundled(entry, plugins) {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: [entry],
    bundle: true,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    charset: 'utf8',
    minify: true,
    legalComments: 'none',
    logLevel: 'warning',
    write: false,
    plugins,
  })
  return outputFiles[0].text
}

/**
 * @param {string} name
 * @param {string} text
 */
function write(name, text) {
  const path = join(outdir, name)
  mkdirSync(resolve(path, '..'), { recursive: true })
  writeFileSync(path, text)
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await buildWeb()
