import { fail } from '../../packages/core/src/index.ts'
import { canonicalName, readProgram } from '../../packages/language/src/index.ts'
import { defineOperator, type PluginOperatorDefinition } from '../../packages/plugin/src/index.ts'
import { answer, type DerivationRequest, type Success } from '../../packages/request/src/index.ts'
import { standardRegistry } from '../../packages/standard/src/index.ts'
import { checkOperator } from '../../packages/testing/src/operator-battery.ts'
import { conditionOn } from './domain.ts'
import { type Draft, filesOf, refuse, summaryOf } from './draft.ts'
import { declarations } from './identity.ts'
import { newName } from './name.ts'
import { comment, literal, quoted, record } from './texts.ts'

export interface OperatorOptions {
  readonly name: string
  /** What it computes: `softplus2(x) = log(1 + exp(2*x))`. */
  readonly statement: string
  /** Kinds of its operands: `A: matrix(n); x: vector(n)`. */
  readonly where?: string
  /** Of an operator that works entry by entry: what x must satisfy. */
  readonly condition?: string
  readonly title?: string
  readonly summary?: string
  readonly source?: string
  readonly reason?: string
}

/** Names that the language keeps for itself. */
const reserved = ['d', 'D', 'eye', 'ones', 'zeros', 'vector', 'matrix', 'frechet', 'sum']

/**
 * A package with this operator, which passes its test. What it computes is a program, so its derivative is derived.
 * @throws `value` for a name, every error of the program, and `plugin` where the operator fails its test
 */
export async function draftOperator(options: OperatorOptions): Promise<Draft> {
  const called = options.name.replace(/^operator-/, '')
  requireCallable(called)
  const name = newName(called, 'operator-')
  const { operands, program } = readDefinition(options.statement, called)
  const read = readProgram({
    text: program,
    declarations: declarations(options.where),
    operators: standardRegistry().operators,
  })
  const kinds = operands.map(operand => {
    return read.symbols.get(operand)?.declaration ?? notIn(operand, program)
  })
  const stranger = [...read.symbols.keys()].find(symbol => !operands.includes(symbol))
  if (stranger !== undefined) {
    fail('value', `Expected a program of ${operands.join(', ')} alone, received one that speaks of ${stranger}.`)
  }
  const isEntrywise = kinds.length === 1 && kinds[0] === 'scalar' && read.expression.shape.rows === '1'
  const said: Saying = { ...options, called, operands, program, kinds }
  const definition = isEntrywise ? await entrywise(said) : await general(said)
  const { summary } = definition
  const manifest = {
    name: `@matrix-derive/${name}`,
    version: '1.0.0',
    description: summaryOf(undefined, [`It is ${summary}.`, `The operator ${called}.`]),
  }
  const failed = checkOperator(defineOperator(manifest, definition)).find(({ ok }) => !ok)
  if (failed !== undefined)
    refuse(failed.message, 'Correct what it computes, or say what its operands are with --where.')
  return {
    name,
    list: 'operators',
    files: filesOf(name, manifest.description, sourceText(definition, options.reason), testText()),
    report: [
      options.statement,
      ...operands.map((operand, i) => `  ${operand}: ${kinds[i]}`),
      `  ${derivativeLine(definition)}`,
    ],
  }
}

interface Saying extends OperatorOptions {
  readonly called: string
  readonly operands: readonly string[]
  readonly program: string
  readonly kinds: readonly string[]
}

function requireCallable(called: string): void {
  if (!/^[a-z][a-z0-9]*$/.test(called)) {
    fail('value', `Expected a name that a program can call, such as softplus2, received "${called}".`)
  }
  const known = standardRegistry().operator(called)
  if (known !== undefined || reserved.includes(called)) {
    fail('value', `Expected a new name, received "${called}", which programs call ${known?.summary ?? 'already'}.`)
  }
}

/** `quad(A, x) = x'*A*x`. @throws `syntax`, `value` */
function readDefinition(statement: string, called: string): { operands: string[]; program: string } {
  const found = /^\s*([\p{L}_][\p{L}\p{N}_]*)\s*\(([^()]*)\)\s*=(.+)$/u.exec(statement)
  if (found === null) {
    return fail('syntax', 'Expected what it computes, such as softplus2(x) = log(1 + exp(2*x)).', {
      span: { start: 0, end: statement.length },
    })
  }
  const [, own, list, program] = found
  if (own !== called) fail('value', `Expected what ${called} computes, received what ${own} does.`)
  const operands = list.split(',').map(operand => canonicalName(operand.trim()))
  if (
    operands.some(operand => !/^[\p{L}_][\p{L}\p{N}_]*$/u.test(operand)) ||
    new Set(operands).size < operands.length
  ) {
    fail('syntax', `Expected different names as operands, received "${list.trim()}".`)
  }
  return { operands, program: program.trim() }
}

const notIn = (operand: string, program: string): never =>
  fail('value', `Expected a program of ${operand}, received "${program}", which does not speak of it.`)

/** @throws every error that the program can have */
async function derived(request: DerivationRequest): Promise<Success> {
  const found = await answer({ ...request, proof: 'none' }, { registry: standardRegistry() })
  if (!found.ok) return fail(found.error.code, found.error.message, found.error)
  return found as Success
}

/** A scalar function, which is applied to every entry; its operand is called x. */
async function entrywise({ called, operands: [operand], program: given, ...options }: Saying) {
  const name = new RegExp(`(?<![\\p{L}\\p{N}_])${operand}(?![\\p{L}\\p{N}_])`, 'gu')
  const program = given.replace(name, 'x')
  const found = await derived({ expression: program, wrt: 'x', variables: { x: 'scalar' } })
  const derivative = found.where === undefined ? found.text : writtenOut(called)
  const condition = options.condition ?? conditionOn(found.conditions)
  return {
    summary: options.summary?.replace(/\.$/, '') ?? program,
    elementwise: { program, derivative, ...(condition !== undefined && { condition }) },
  } satisfies PluginOperatorDefinition
}

/** Any other function of matrices, with its total differential. */
async function general({ called, operands, program, kinds, ...options }: Saying) {
  const where = Object.fromEntries(operands.map((operand, i) => [operand, kinds[i]]))
  const found = await derived({ expression: program, wrt: operands, variables: where })
  const { shape } = readProgram({
    text: program,
    declarations: where,
    operators: standardRegistry().operators,
  }).expression
  const result =
    shape.rows === '1' && shape.cols === '1'
      ? 'scalar'
      : shape.cols === '1'
        ? `vector(${shape.rows})`
        : `matrix(${shape.rows},${shape.cols})`
  const call = `${called}(${operands.join(', ')})`
  return {
    summary: options.summary?.replace(/\.$/, '') ?? program,
    signature: `${kinds.join(', ')} -> ${result}`,
    operands,
    program,
    differential: {
      statement: `d(${call}) = ${found.differential.includes(';') ? writtenOut(called) : found.differential}`,
      where,
      title: options.title ?? `differential of ${call}`,
      source: options.source ?? 'proved by computation',
    },
  } satisfies PluginOperatorDefinition
}

const writtenOut = (called: string): never =>
  fail('unsupported', `Expected a derivative that fits on a line, received what ${called} computes, which is longer.`, {
    suggestion: 'Make operators of its parts first.',
  })

function derivativeLine(definition: PluginOperatorDefinition): string {
  if (!('elementwise' in definition)) return definition.differential!.statement as string
  const { derivative, condition } = definition.elementwise
  return `derivative: ${derivative}${condition === undefined ? '' : `, where ${condition}`}`
}

function sourceText(definition: PluginOperatorDefinition, reason: string | undefined): string {
  const fields = 'elementwise' in definition ? entrywiseFields(definition) : generalFields(definition)
  return `import { defineOperator } from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

${comment(reason)}export default defineOperator(manifest, ${literal({ summary: quoted(definition.summary), ...fields })})
`
}

/** Whoever answers questions gives formulas; a value that is computed is written by hand. */
function entrywiseFields({ elementwise }: Extract<PluginOperatorDefinition, { elementwise: object }>) {
  const { value: _, ...formulas } = elementwise
  return { elementwise: record(formulas) }
}

function generalFields(definition: Exclude<PluginOperatorDefinition, { elementwise: object }>) {
  const { signature, operands = [], program = '', differential } = definition
  const { statement, where, title, source } = differential!
  return {
    signature: quoted(signature as string),
    operands: `[${operands.map(quoted).join(', ')}]`,
    program: quoted(program),
    differential: literal({
      statement: quoted(statement as string),
      where: record(where),
      title: quoted(title),
      source: quoted(source),
    }),
  }
}

function testText(): string {
  return `import { testOperator } from '@matrix-derive/testing'
import operator from './index.ts'

testOperator(operator)
`
}
