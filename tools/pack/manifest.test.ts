import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { packed } from './manifest.cjs'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'matrix-derive-manifest-'))
})

afterEach(() => rmSync(folder, { recursive: true }))

function built(...files: readonly string[]): void {
  for (const file of files) {
    mkdirSync(dirname(join(folder, file)), { recursive: true })
    writeFileSync(join(folder, file), '')
  }
}

describe('the manifest in a tarball', () => {
  it('points every entry and its types into dist', () => {
    built('dist/index.js', 'dist/index.d.ts', 'dist/parts/one.js', 'dist/parts/one.d.ts')
    const { exports } = packed({ exports: { '.': './src/index.ts', './one': './src/parts/one.ts' } }, folder)
    expect(exports).toEqual({
      '.': { types: './dist/index.d.ts', default: './dist/index.js' },
      './one': { types: './dist/parts/one.d.ts', default: './dist/parts/one.js' },
      './package.json': './package.json',
    })
  })

  it('says what the repository says once', () => {
    const { license, author, engines, files } = packed({ name: 'x' }, folder)
    expect({ license, files }).toEqual({ license: 'MIT', files: ['dist', '!dist/parts/compiled', 'CHANGELOG.md'] })
    expect(author).toBeTruthy()
    expect(engines).toEqual({ node: '>=20.19' })
  })

  it('keeps what the package says, besides the tools of its tests', () => {
    built('dist/index.js', 'dist/index.d.ts')
    const dependencies = { '@matrix-derive/core': '^1.0.0' }
    const manifest = packed(
      { exports: './src/index.ts', sideEffects: ['./src/index.ts'], dependencies, devDependencies: { vitest: '4' } },
      folder,
    )
    expect(manifest).toMatchObject({ dependencies, sideEffects: ['./dist/index.js'] })
    expect(manifest).not.toHaveProperty('devDependencies')
  })

  it('of a command names only what programs import of it, for the rest is built in', () => {
    built('dist/x.js', 'dist/index.js', 'dist/index.d.ts')
    writeFileSync(join(folder, 'dist/index.js'), "export * from '@matrix-derive/api'\n")
    const dependencies = { '@matrix-derive/api': '^1.0.0', '@matrix-derive/core': '^1.0.0', ink: '~6.8.0' }
    const manifest = { bin: { x: './dist/x.js' }, exports: './src/index.ts', dependencies }
    expect(packed(manifest, folder).dependencies).toEqual({ '@matrix-derive/api': '^1.0.0' })
  })

  it('is refused to a package that is not built', () => {
    expect(() => packed({ exports: './src/index.ts' }, folder)).toThrow('npm run pack')
    expect(() => packed({ bin: { x: './dist/x.js' } }, folder)).toThrow('./dist/x.js')
  })
})
