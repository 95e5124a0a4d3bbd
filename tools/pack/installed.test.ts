import { readFileSync } from 'node:fs'
import { checkPackage, createPackageFromTarballData } from '@arethetypeswrong/core'
import { publint } from 'publint'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createProject, type Project } from './project.ts'

let project: Project

beforeAll(async () => {
  project = await createProject()
}, 120_000)

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
  }, 60_000)

  it('has types that are right wherever ES modules are imported', async () => {
    const wrong = async (tarball: Uint8Array) => {
      const result = await checkPackage(createPackageFromTarballData(tarball))
      if (!result.types) return ['no types']
      return result.problems
        .filter(problem => !('resolutionKind' in problem && ['node10', 'node16-cjs'].includes(problem.resolutionKind)))
        .map(problem => problem.kind)
    }
    // The command has no entry that could be imported.
    expect((await faults(wrong)).filter(fault => fault !== 'matrix-derive: no types')).toEqual([])
  }, 60_000)
})

describe('installed outside of the workspace', () => {
  it('the command derives', async () => {
    const { code, out, err } = await project.run('matrix-derive', 'derive', 'tr(A*X*B)', '--wrt', 'X')
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(out).toContain('∂f/∂X = B*A')
  })

  it('the packages are imported from strict TypeScript, and run', async () => {
    project.write(
      'ask.ts',
      `import { answer, type Answer } from '@matrix-derive/request'
       import { standardRegistry } from '@matrix-derive/standard'
       import { standardNames } from './names.js'

       const found: Answer = await answer({ expression: 'tr(A*X*B)', wrt: 'X' }, { registry: standardRegistry() })
       if (!found.ok) throw new Error(found.error.message)
       const text: string = 'text' in found ? found.text : ''
       console.log(text, standardNames)`,
    )
    project.write(
      'names.ts',
      `import { identities } from '@matrix-derive/standard'
       export const standardNames: number = identities.length`,
    )
    project.write('tsconfig.json', JSON.stringify({ compilerOptions: strict, include: ['*.ts'] }))
    expect(await project.run('tsc')).toEqual({ code: 0, out: '', err: '' })
    expect(await project.run('node', 'built/ask.js')).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^B\*A \d+\n$/),
    })
  }, 60_000)
})

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
