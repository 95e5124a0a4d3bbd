import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { build, type Plugin } from 'esbuild'

const root = resolve(import.meta.dirname, '../..')

/** Our packages by name, as someone has them who installed them. */
const ownPackages: Plugin = {
  name: 'own-packages',
  setup({ onResolve }) {
    onResolve({ filter: /^@matrix-derive\// }, ({ path }) => {
      const id = path.slice('@matrix-derive/'.length)
      const folder = ['packages', 'packages/identities'].find(parent => existsSync(join(root, parent, id)))
      return { path: join(root, folder ?? '', id, 'src/index.ts') }
    })
  },
}

/** What a TypeScript example prints. */
export async function runExample(source: string): Promise<string[]> {
  const { outputFiles } = await build({
    stdin: { contents: source, loader: 'ts', resolveDir: root },
    bundle: true,
    format: 'esm',
    platform: 'node',
    write: false,
    logLevel: 'silent',
    plugins: [ownPackages],
  })
  const printed = execFileSync(process.execPath, ['--input-type=module'], {
    input: outputFiles[0].contents,
    encoding: 'utf8',
  })
  return printed.trimEnd().split('\n')
}
