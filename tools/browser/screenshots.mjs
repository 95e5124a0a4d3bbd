// Takes the pictures in docs/images anew, with the fonts of this machine.

import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import { root, setUp, state } from '../setup/setup.mjs'

await setUp()
const outfile = join(state, 'screenshots.mjs')
await build({
  absWorkingDir: root,
  entryPoints: ['tools/browser/screenshots.ts'],
  outfile,
  bundle: true,
  format: 'esm',
  platform: 'node',
  packages: 'external',
  define: { 'import.meta.dirname': JSON.stringify(join(root, 'tools/browser')) },
  logLevel: 'warning',
})
await import(pathToFileURL(outfile).href)
