import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'
import { filesUnder } from '../setup/scan.mjs'
import { allows } from './arrows.ts'
import { importsOf, packageOf } from './imports.ts'
import { type Manifest, type Package, packages, root } from './packages.ts'

/** Each promise is one test over all packages; what it finds is a list of sentences, and the list is empty. */
function promise(sentence: string, breaches: (own: Package) => readonly string[]): void {
  it(sentence, () => {
    expect(packages.flatMap(own => breaches(own).map(breach => `${own.folder}: ${breach}`))).toEqual([])
  })
}

/** The index, which bundlers cut no further; parts that are worth reading without it have paths of their own. */
function isFromSources({ exports = {} }: Manifest): boolean {
  const entries = typeof exports === 'string' ? { '.': exports } : exports
  return entries['.'] === './src/index.ts' && Object.values(entries).every(file => /^\.\/src\/[\w/-]+\.ts$/.test(file))
}

const named = new Map(packages.map(own => [own.manifest.name, own]))

describe('every manifest', () => {
  const shared = [
    'name',
    'version',
    'description',
    'type',
    'dependencies',
    'devDependencies',
    'peerDependencies',
    'peerDependenciesMeta',
  ]
  const fields = {
    packages: ['sideEffects', 'exports'],
    identities: ['sideEffects', 'exports'],
    apps: ['bin', 'sideEffects', 'exports'],
  }

  promise('has the name of its folder', ({ id, group, manifest }) => {
    const expected = id === 'terminal' && group === 'apps' ? 'matrix-derive' : `@matrix-derive/${id}`
    return manifest.name === expected ? [] : [`expected the name ${expected}, received ${manifest.name}`]
  })

  promise('has a version of its own and one line that describes it', ({ manifest }) => [
    ...(/^\d+\.\d+\.\d+$/.test(manifest.version ?? '') ? [] : ['expected a version x.y.z']),
    ...(/^\S.{9,119}\.$/.test(manifest.description ?? '') ? [] : ['expected a description: one sentence, one line']),
  ])

  promise('is an ES module, used from its sources, free of side effects', ({ group, manifest }) => [
    ...(manifest.type === 'module' ? [] : ['expected "type": "module"']),
    ...(group === 'apps' || isFromSources(manifest) ? [] : ['expected "exports": "./src/index.ts"']),
    ...(group === 'apps' || manifest.sideEffects === false ? [] : ['expected "sideEffects": false']),
  ])

  promise('says nothing that the repository says once', ({ group, manifest }) =>
    Object.keys(manifest)
      .filter(field => ![...shared, ...fields[group]].includes(field))
      .map(field => `unexpected field "${field}"`),
  )

  promise('depends on our packages by workspace:^', ({ manifest }) =>
    Object.entries({ ...manifest.dependencies, ...manifest.devDependencies })
      .filter(([name, range]) => named.has(name) && range !== 'workspace:^')
      .map(([name, range]) => `expected "${name}": "workspace:^", received ${range}`),
  )

  promise('keeps to the arrows', own =>
    (['dependencies', 'devDependencies'] as const).flatMap(kind =>
      Object.keys(own.manifest[kind] ?? {})
        .map(name => named.get(name))
        .filter(other => other !== undefined && !allows(own, other, kind === 'devDependencies'))
        .map(other => `${kind} must not name ${other?.manifest.name}`),
    ),
  )

  it('of core depends on nothing at all', () => {
    expect(named.get('@matrix-derive/core')?.manifest.dependencies).toBeUndefined()
  })
})

describe('every package', () => {
  promise('is a manifest and sources: no script, no config file', ({ folder }) =>
    readdirSync(join(root, folder))
      .filter(name => !['package.json', 'src', 'CHANGELOG.md', 'README.md', 'node_modules', 'dist'].includes(name))
      .concat(
        [...filesUnder(root, `${folder}/src`)].filter(path => /tsconfig|biome|project\.json|\.config\./.test(path)),
      )
      .map(name => `unexpected ${name}`),
  )

  promise('imports what its manifest declares, by name', ({ folder, manifest }) => {
    const toolsForTests = { vitest: '', 'fast-check': '' }
    return [...filesUnder(root, `${folder}/src`)]
      .filter(path => /\.tsx?$/.test(path))
      .flatMap(path => {
        const isTest = /\.test\.tsx?$/.test(path) || path.startsWith(`${folder}/src/testing/`)
        const tests = isTest ? { ...manifest.devDependencies, ...toolsForTests } : {}
        const declared = new Set(Object.keys({ ...manifest.dependencies, ...manifest.peerDependencies, ...tests }))
        return importsOf(readFileSync(join(root, path), 'utf8'))
          .filter(module => {
            const name = packageOf(module)
            if (name !== undefined) return !declared.has(name)
            return module.startsWith('.') && relative(folder, join(dirname(path), module)).startsWith('..')
          })
          .map(module => `${relative(folder, path)} imports ${module}`)
      })
  })
})

describe('the preset', () => {
  const standard = named.get('@matrix-derive/standard')
  const identities = packages.filter(({ group }) => group === 'identities').map(({ manifest }) => manifest.name)

  it('depends on every identity', () => {
    const listed = new Set(Object.keys(standard?.manifest.dependencies ?? {}))
    expect(identities.filter(name => !listed.has(name))).toEqual([])
  })

  it('imports every identity', () => {
    const sources = [...filesUnder(root, 'packages/standard/src')].filter(path => !path.endsWith('.test.ts'))
    const imported = new Set(sources.flatMap(path => importsOf(readFileSync(join(root, path), 'utf8'))))
    expect(identities.filter(name => !imported.has(name))).toEqual([])
  })
})

describe('the lock file', () => {
  it('names no host', () => {
    const lines = readFileSync(join(root, 'pnpm-lock.yaml'), 'utf8').split('\n')
    expect(lines.filter(line => /\w:\/\/|tarball:|registry\./.test(line))).toEqual([])
  })

  it('has a place for every package', () => {
    const lock = readFileSync(join(root, 'pnpm-lock.yaml'), 'utf8')
    expect(packages.filter(({ folder }) => !lock.includes(`\n  ${folder}:`)).map(({ folder }) => folder)).toEqual([])
  })
})

it('every source is type-checked', () => {
  const { config } = ts.readConfigFile(join(root, 'tsconfig.json'), ts.sys.readFile)
  const checked = new Set(ts.parseJsonConfigFileContent(config, ts.sys, root).fileNames)
  const sources = ['packages', 'apps', 'tools'].flatMap(folder => [...filesUnder(root, folder)])
  const unchecked = sources.filter(path => /(?<!\.d)\.[cm]?[jt]sx?$/.test(path) && !checked.has(join(root, path)))
  expect(unchecked).toEqual([])
})
