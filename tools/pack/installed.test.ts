import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { checkPackage, createPackageFromTarballData } from '@arethetypeswrong/core'
import { publint } from 'publint'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Ended, Folder } from '../copy/folder.ts'
import { follow } from '../copy/follow.ts'
import { root } from '../setup/setup.mjs'
import { createProject, type Project } from './project.ts'

let project: Project

beforeAll(async () => {
  project = await createProject()
}, 300_000)

afterAll(() => project.remove())

/** One sentence for each thing that somebody finds wrong with a tarball. */
async function faults(find: (tarball: Uint8Array<ArrayBuffer>) => Promise<readonly string[]>): Promise<string[]> {
  const found: string[] = []
  for (const [name, file] of project.tarballs) {
    for (const fault of await find(new Uint8Array(readFileSync(file)))) found.push(`${name}: ${fault}`)
  }
  return found
}

describe('every tarball', () => {
  it('is as publint wants it', async () => {
    const lint = (tarball: Uint8Array<ArrayBuffer>) => publint({ pack: { tarball: tarball.buffer }, strict: true })
    expect(await faults(async tarball => (await lint(tarball)).messages.map(message => message.code))).toEqual([])
  }, 120_000)

  it('has types that are right wherever ES modules are imported', async () => {
    const wrong = async (tarball: Uint8Array) => {
      const result = await checkPackage(createPackageFromTarballData(tarball))
      if (!result.types) return ['no types']
      return result.problems
        .filter(problem => !('resolutionKind' in problem && ['node10', 'node16-cjs'].includes(problem.resolutionKind)))
        .map(problem => problem.kind)
    }
    expect(await faults(wrong)).toEqual([])
  }, 120_000)
})

describe('installed outside of the workspace', () => {
  it('every package says what it is', () => {
    const silent = [...project.tarballs.keys()].filter(name => {
      return !project.read(`node_modules/${name}/README.md`)?.startsWith(`# ${name}\n`)
    })
    expect(silent).toEqual([])
    expect(project.read('node_modules/matrix-derive/README.md')).toContain('npx matrix-derive derive')
  })

  it('the command needs nothing beside it', async () => {
    const unpack = `tar -xzf ${project.tarballs.get('matrix-derive')}`
    const derive = 'node package/dist/matrix-derive.js derive "expm(X)" --wrt X'
    const { code, out, err } = await project.empty().run(`${unpack} && ${derive}`)
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(out).toContain('≈ 3 agree numerically')
  })

  it('the command derives', async () => {
    const { code, out, err } = await project.run('npx matrix-derive derive "tr(A*X*B)" --wrt X')
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(out).toContain('∂f/∂X = B*A')
  })

  it('the API and a plugin are imported from strict TypeScript, and run', async () => {
    project.write(
      'ask.ts',
      `import { defineIdentity, type Identity } from '@matrix-derive/plugin'
       import { check, derive, type Derived, type Failure, parse, print, registry } from 'matrix-derive'
       import { claim } from './claim.js'

       const law: Identity = defineIdentity(
         { name: 'trace-square', version: '1.0.0', description: 'The trace of a square.' },
         { phase: 'simplify', statement: 'tr(A*A) -> tr(A^2)', where: { A: 'matrix(n)' }, title: 't', source: 's' },
       )
       const made = await registry({ plugins: { law } })
       if (!made.ok) throw new Error(made.error.message)
       const found: Derived | Failure = await derive('tr(A*X*B)', { wrt: 'X', registry: made.registry })
       const checked = await check('tr(A*X*B)', { wrt: 'X', claim })
       const read = parse('tr(A*A)')
       if (!found.ok || !checked.ok || !read.ok) throw new Error('refused')
       const verdict: string = checked.verdict
       console.log(found.text, found.verdict, verdict, print(read.expression, 'latex'), made.refused.length)
       console.log(made.registry.identity('trace-square')?.version)`,
    )
    project.write('claim.ts', `export const claim: string = 'B*A'`)
    project.write('tsconfig.json', JSON.stringify({ compilerOptions: strict, include: ['*.ts'] }))
    expect(await project.run('npx tsc')).toEqual({ code: 0, out: '', err: '' })
    expect(await project.run('node built/ask.js')).toEqual({
      code: 0,
      out: 'B*A proved equal \\operatorname{tr}(A A) 0\n1.0.0\n',
      err: '',
    })
  }, 120_000)
})

describe('a stranger', () => {
  it('writes, proves, pins and uses a plugin by following the page', async () => {
    const page = readFileSync(join(root, 'docs/how-to/write-a-plugin.md'), 'utf8')
    const stranger = project.another()
    const place: Folder = {
      ...stranger,
      run: line => (isInstalled(line) ? nothing : stranger.run(line)),
    }
    expect(await follow(page, place)).toEqual([])
  }, 300_000)
})

const nothing: Promise<Ended> = Promise.resolve({ code: 0, out: '', err: '' })

/** What the page has npm fetch from a registry is there already, from the tarballs. */
const isInstalled = (line: string) => /^npm (init|install --save-dev|install matrix-derive) /.test(line)

/** Nothing of ours is skipped, and nothing but what is installed is known. */
const strict = {
  target: 'ES2023',
  lib: ['ES2023', 'DOM'],
  module: 'NodeNext',
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  skipLibCheck: false,
  types: [],
  outDir: 'built',
  rootDir: '.',
}
