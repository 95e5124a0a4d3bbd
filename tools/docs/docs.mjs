// `npm run docs`: brings every page up to date with what the program says now.

import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import { root, state } from '../setup/setup.mjs'

const outfile = join(state, 'docs/write.mjs')

await build({
  absWorkingDir: root,
  entryPoints: ['tools/docs/write.ts'],
  outfile,
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  charset: 'utf8',
  external: ['esbuild', 'typescript'],
  // It finds the pages from where its sources are, not from where it was built to.
  define: { 'import.meta.dirname': JSON.stringify(join(root, 'tools/docs')) },
  logLevel: 'warning',
})
await import(pathToFileURL(outfile).href)
