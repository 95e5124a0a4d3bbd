import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { build, type Plugin } from 'esbuild'

const root = resolve(import.meta.dirname, '../..')

/** Our packages by name, as someone has them who installed them. */
const ownPackages: Plugin = {
  name: 'own-packages',
  setup({ onResolve }) {
    onResolve({ filter: /^matrix-derive$/ }, () => ({ path: join(root, 'apps/terminal/src/index.ts') }))
    onResolve({ filter: /^@matrix-derive\// }, ({ path }) => {
      const [name, ...below] = path.slice('@matrix-derive/'.length).split('/')
      const parent = ['packages', 'packages/identities'].find(folder => existsSync(join(root, folder, name))) ?? ''
      const { exports } = JSON.parse(readFileSync(join(root, parent, name, 'package.json'), 'utf8'))
      const entry = typeof exports === 'string' ? exports : exports[['.', ...below].join('/')]
      return { path: join(root, parent, name, entry) }
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
