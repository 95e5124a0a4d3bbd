import { fail, type Phase } from '../../packages/core/src/index.ts'
import { canonicalName } from '../../packages/language/src/index.ts'
import { defineIdentity } from '../../packages/plugin/src/index.ts'
import { checkIdentity, type IdentityTestOptions } from '../../packages/testing/src/battery.ts'
import { type Draft, filesOf, refuse, summaryOf } from './draft.ts'
import { newName } from './name.ts'
import { readStated } from './statement.ts'
import { comment, literal, quoted, record } from './texts.ts'

export interface IdentityOptions {
  readonly name: string
  readonly statement: string
  /** `A: matrix(n) invertible; x: vector(n)` */
  readonly where?: string
  readonly phase?: string
  readonly title?: string
  readonly summary?: string
  readonly source?: string
  readonly reason?: string
}

/** The phases in which an identity rewrites; in the others it only gives a name to what the strategy does. */
const phases: readonly Phase[] = ['prepare', 'differential', 'isolate', 'collect', 'simplify']

/**
 * A package with this law, which passes its test.
 * @throws `value` for a name or a phase, every error of the statement, and `plugin` where the law fails its test
 */
export function draftIdentity(options: IdentityOptions): Draft {
  const name = newName(options.name, '')
  const { statement } = options
  const { left, right, where } = readStated(statement, declarations(options.where))
  const phase = phaseOf(options.phase, left)
  const title = options.title ?? `${left} = ${right}`
  const summary = summaryOf(options.summary, [
    `States that ${left} is ${right}.`,
    `States the law ${name.replaceAll('-', ' ')}.`,
  ])
  const source = options.source ?? 'proved by computation'
  const manifest = { name: `@matrix-derive/${name}`, version: '1.0.0', description: summary }
  const identity = defineIdentity(manifest, { phase, statement, where, title, source })
  const rewrites: [string, string][] = [[left, right]]
  const tests = passing(identity, [{ rewrites }, {}])
  const on = identity.on.length === 1 ? quoted(identity.on[0]) : `[${identity.on.map(quoted).join(', ')}]`
  const definition = literal({
    phase: quoted(phase),
    on,
    statement: quoted(statement),
    where: record(where),
    title: quoted(title),
    source: quoted(source),
  })
  return {
    name,
    list: 'identities',
    files: filesOf(name, summary, sourceText(definition, options.reason), testText(tests)),
    report: [statement, ...Object.entries(where).map(([name, kind]) => `  ${name}: ${kind}`)],
  }
}

function sourceText(definition: string, reason: string | undefined): string {
  return `import { defineIdentity } from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

${comment(reason)}export default defineIdentity(manifest, ${definition})
`
}

function testText({ rewrites = [] }: IdentityTestOptions): string {
  const table = rewrites.map(row => `[${row.map(quoted).join(', ')}]`).join(', ')
  const options = rewrites.length === 0 ? '' : `, {\n  rewrites: [${table}],\n}`
  return `import { testIdentity } from '@matrix-derive/testing'
import identity from './index.ts'

testIdentity(identity${options})
`
}

/** `A: matrix(n) invertible; x: vector(n)` by name. @throws `syntax` */
export function declarations(text = ''): Record<string, string> {
  const lines = text.split(/[;\n]/).filter(line => line.trim() !== '')
  return Object.fromEntries(
    lines.map(line => {
      const colon = line.indexOf(':')
      if (colon < 1) fail('syntax', `Expected a declaration such as "A: matrix(m,n)", received "${line.trim()}".`)
      return [canonicalName(line.slice(0, colon).trim()), line.slice(colon + 1).trim()]
    }),
  )
}

/** What expands d(.) is a rule of differentiation; other laws simplify, until their author knows better. */
function phaseOf(given: string | undefined, left: string): Phase {
  if (given === undefined) return /^\s*d\s*\(/.test(left) ? 'differential' : 'simplify'
  const phase = phases.find(phase => phase === given)
  return (
    phase ?? fail('value', `Expected a phase, received "${given}".`, { suggestion: `Use one of ${phases.join(', ')}.` })
  )
}

/**
 * The fullest test that the identity passes: what a table of examples says beyond the statement may be printed in another
 * way than it was written, which is no fault of the law.
 * @throws `plugin` where it passes none
 */
function passing(
  identity: ReturnType<typeof defineIdentity>,
  tests: readonly IdentityTestOptions[],
): IdentityTestOptions {
  let message = ''
  for (const options of tests) {
    const failed = checkIdentity(identity, options).find(({ ok }) => !ok)
    if (failed === undefined) return options
    message = failed.message
  }
  return refuse(message, 'Correct the statement, or say with --where what its names are and satisfy.')
}
