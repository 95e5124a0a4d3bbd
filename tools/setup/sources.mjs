import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import { root, state } from './setup.mjs'

/**
 * Loads TypeScript of this repository, as it is now.
 * @param {string} entry from the root, such as `tools/docs/write.ts`
 * @param {string[]} [external] packages that are loaded from where they are installed
 */
export async function loadSources(entry, external = []) {
  const outfile = join(state, entry.replace(/\.ts$/, '.mjs'))
  await build({
    absWorkingDir: root,
    entryPoints: [{ in: entry, out: entry.replace(/\.ts$/, '') }],
    outdir: state,
    outExtension: { '.js': '.mjs' },
    // What is loaded late stays apart: the terminal's library asks for its inspector only when it is told to.
    splitting: true,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    charset: 'utf8',
    external,
    // It finds files from where its sources are, not from where it was built to.
    define: { 'import.meta.dirname': JSON.stringify(join(root, dirname(entry))) },
    logLevel: 'warning',
  })
  return import(pathToFileURL(outfile).href)
}
