import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'

const root = resolve(import.meta.dirname, '../..')
const outdir = join(root, 'apps/terminal/dist')
const main = join(outdir, 'matrix-derive.js')

/**
 * The terminal command as one file, so that starting it reads one file. What the sources import dynamically (numeric
 * libraries, the screen) stays in chunks that are read when they are needed.
 */
export async function buildTerminal() {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: {
      'matrix-derive': 'apps/terminal/src/main.ts',
      // The thread in which plugins are proved.
      prover: 'packages/project/src/plugins/prover.ts',
      // The thread in which a session works.
      session: 'apps/terminal/src/session/thread.ts',
    },
    outdir,
    chunkNames: 'chunks/[name]-[hash]',
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    charset: 'utf8',
    // Less to read at start, but stack traces keep their names.
    minifyWhitespace: true,
    minifySyntax: true,
    // React as its users have it, and without the tools that Ink offers to its developers.
    define: { 'process.env.NODE_ENV': '"production"' },
    external: ['react-devtools-core'],
    logLevel: 'warning',
    write: false,
  })
  // The entry last, and each file by renaming: whoever starts meanwhile finds a whole build, the old one or the new.
  for (const file of outputFiles.sort((a, b) => Number(a.path === main) - Number(b.path === main))) {
    const text = file.path === main ? `#!/usr/bin/env node\n${file.text}` : withRequire(file.text)
    mkdirSync(dirname(file.path), { recursive: true })
    writeFileSync(`${file.path}.${process.pid}`, text, { mode: file.path === main ? 0o755 : 0o644 })
    renameSync(`${file.path}.${process.pid}`, file.path)
  }
  const bytes = outputFiles.reduce((total, file) => total + file.contents.length, 0)
  process.stderr.write(`  ${relative(root, main)} and what it loads, ${(bytes / 1000).toFixed(0)} kB\n`)
  const made = new Set(outputFiles.map(file => file.path))
  const chunks = join(outdir, 'chunks')
  for (const name of existsSync(chunks) ? readdirSync(chunks) : []) {
    if (!made.has(join(chunks, name))) rmSync(join(chunks, name))
  }
}

/**
 * A library in the old module format asks for parts of Node by `require`, which ES modules have only when they make it.
 * The entry has no such library, and pays nothing.
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
