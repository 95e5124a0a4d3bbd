// `npm run docs`: brings every page up to date with what the program says now.

import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import { root, state } from '../setup/setup.mjs'

const outdir = join(state, 'docs')

await build({
  absWorkingDir: root,
  entryPoints: ['tools/docs/write.ts'],
  outdir,
  outExtension: { '.js': '.mjs' },
  // What is loaded late stays apart: the terminal's library asks for its inspector only when it is told to.
  splitting: true,
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  charset: 'utf8',
  external: ['esbuild', 'typescript', 'react-devtools-core'],
  // It finds the pages from where its sources are, not from where it was built to.
  define: { 'import.meta.dirname': JSON.stringify(join(root, 'tools/docs')) },
  logLevel: 'warning',
})
await import(pathToFileURL(join(outdir, 'write.mjs')).href)
