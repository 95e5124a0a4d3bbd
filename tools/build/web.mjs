import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import { minify } from 'terser'
import { withLock } from '../setup/lock.mjs'
import { fingerprints } from '../setup/scan.mjs'
import { importsAtOnce, parserAsModules, slimManifests, slimStyles } from './lean.mjs'

const root = resolve(import.meta.dirname, '../..')
const outdir = join(root, 'apps/web/dist')

/** What the element may weigh, in bytes of gzip. */
export const largestElement = 90_000

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
  return element
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
    plugins: [slimManifests, importsAtOnce, parserAsModules, slimStyles],
  })
  const { code = '' } = await minify(outputFiles[0].text, {
    module: true,
    ecma: 2020,
    compress: {
      passes: 3,
      pure_getters: true,
      unsafe_arrows: true,
      unsafe_methods: true,
      keep_fargs: false,
      inline: 1,
    },
    format: { comments: false },
  })
  return code
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
