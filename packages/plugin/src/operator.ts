import {
  closeFacts,
  defineOperator as defineCoreOperator,
  type Elementwise,
  Fact,
  type Facts,
  fail,
  type Identity,
  inheritedFacts,
  type Notation,
  type Operator,
  problemOf,
} from '@matrix-derive/core'
import { entrywiseProgram } from './elementwise.ts'
import { defineIdentity, type IdentityDefinition } from './identity.ts'
import { identityName, type Manifest, requirement } from './manifest.ts'
import { evaluationOf, type Program, readOperatorProgram } from './program.ts'
import { scalarAlgebra } from './scalar-algebra.ts'

/** What is known of a result, in the words of declarations. */
export type StructureWord = 'symmetric' | 'skew' | 'diagonal' | 'orthogonal' | 'lower' | 'upper'

/** What every operator has. */
interface Described {
  /** One line for people. */
  readonly summary: string
  readonly aliases?: readonly string[]
  /** How it is written; `name(a, b)` where absent. In text it is always called by its name, so that it can be read. */
  readonly notation?: Extract<Notation, { form: 'function' | 'delimited' }>
  /** What the result always is. */
  readonly is?: readonly StructureWord[]
  /** What the result is whenever every operand is. */
  readonly keeps?: readonly StructureWord[]
  /** Operators of its programs and statements that are not built in. */
  readonly operators?: readonly Operator[]
}

/** A scalar function, applied entry by entry: its differential is that of every such function. */
export interface ElementwiseDefinition extends Described {
  readonly elementwise: {
    /** What it computes, as a program in `x`: `log(1 + exp(2*x))`. */
    readonly program?: string
    /** The same in floating point, where it has no program or the program overflows. */
    readonly value?: (x: number) => number
    /** Its derivative as a program in `x`: `2*sigmoid(2*x)`. */
    readonly derivative: string
    /** What x must satisfy for the derivative to hold: `x > 0`, `x <> 0`. */
    readonly condition?: string
  }
}

/** Any other function of matrices. */
export interface GeneralDefinition extends Described {
  /** The shapes it takes and gives: `matrix(n), vector(n) -> scalar`; several alternatives in a list. */
  readonly signature: string | readonly string[]
  /** Its value in any algebra; or `program`. */
  readonly evaluate?: Operator['evaluate']
  /** What it computes, as a program in `operands`: `x'*A*x`. */
  readonly program?: string
  /** What `program` calls its operands, in their order. */
  readonly operands?: readonly string[]
  /** The operand positions in which it is linear. */
  readonly linear?: readonly number[]
  /** Its differential, `d(quad(A,x)) = ...`. What is linear in all that changes needs none. */
  readonly differential?: Pick<IdentityDefinition, 'statement' | 'where' | 'title' | 'source' | 'apply'>
}

/** What the author of an operator writes. */
export type PluginOperatorDefinition = ElementwiseDefinition | GeneralDefinition

/** An operator with its differential, as a plugin brings it. */
export interface OperatorContribution {
  readonly kind: 'operator'
  readonly operator: Operator
  /** The identity that is its differential; absent where a law for all such operators holds. */
  readonly differential?: Identity
  readonly requires?: string
}

/**
 * Makes an operator from its package's manifest; the package `operator-quad` brings the operator `quad`, and its
 * differential as the identity `operator-quad`.
 * @throws `plugin` when a signature or a program cannot be read, or nothing says what the operator computes
 */
export function defineOperator(manifest: Manifest, definition: PluginOperatorDefinition): OperatorContribution {
  const packageName = identityName(manifest)
  const name = packageName.replace(/^operator-/, '')
  const described = {
    name,
    aliases: definition.aliases ?? [],
    summary: definition.summary,
    notation: definition.notation ?? { form: 'function' as const },
    facts: factsRule(definition),
    origin: { name: packageName, version: manifest.version },
  }
  if ('elementwise' in definition) {
    const { elementwise, evaluate } = elementwiseOf(name, definition)
    const signature = 'matrix(m,n) -> matrix(m,n)'
    const operator = defineCoreOperator({ ...described, signature, elementwise, evaluate: blaming(manifest, evaluate) })
    return { kind: 'operator', operator, ...requirement(manifest) }
  }
  const { signature, linear = [], differential, operators = [] } = definition
  const evaluate = blaming(manifest, evaluationFor(name, definition))
  const operator = defineCoreOperator({ ...described, signature, linear, evaluate })
  const law =
    differential &&
    defineIdentity(manifest, { phase: 'differential', on: name, operators: [operator, ...operators], ...differential })
  return { kind: 'operator', operator, ...(law && { differential: law }), ...requirement(manifest) }
}

/** An evaluation whose errors name its package. */
function blaming({ name, version }: Manifest, evaluate: Operator['evaluate']): Operator['evaluate'] {
  return (algebra, operands, node, size) => {
    try {
      return evaluate(algebra, operands, node, size)
    } catch (thrown) {
      if (problemOf(thrown) !== undefined) throw thrown
      const what = thrown instanceof Error ? `${thrown.name}: ${thrown.message}` : String(thrown)
      return fail('plugin', `Expected ${name}@${version} to evaluate its operator, received ${what}.`, {
        suggestion: 'Report it to the author of the plugin, or leave the plugin out.',
      })
    }
  }
}

/** @throws `plugin` where neither a program nor a value is given */
function elementwiseOf(
  name: string,
  { elementwise: given, operators = [] }: ElementwiseDefinition,
): { elementwise: Elementwise; evaluate: Operator['evaluate'] } {
  const { program, derivative, condition } = given
  const evaluation = program === undefined ? undefined : evaluationOf(once(() => entrywiseProgram(program, operators)))
  const value = given.value ?? (evaluation && ((x: number) => evaluation(scalarAlgebra, [x], undefined!, () => 1)))
  if (value === undefined) return nothingToCompute(name)
  const elementwise: Elementwise = {
    value,
    derivative,
    operators,
    ...(condition !== undefined && { condition }),
    ...(program !== undefined && { program }),
  }
  return { elementwise, evaluate: evaluation ?? ((algebra, [x]) => algebra.elementwise(elementwise, name, x)) }
}

function evaluationFor(name: string, definition: GeneralDefinition): Operator['evaluate'] {
  const { evaluate, program, operands = [], signature, operators = [] } = definition
  if (evaluate !== undefined) return evaluate
  if (program === undefined) return nothingToCompute(name)
  const [first] = typeof signature === 'string' ? [signature] : signature
  return evaluationOf(once(() => readOperatorProgram(program, operands, first, operators)))
}

function nothingToCompute(name: string): never {
  return fail('plugin', `Expected what the operator "${name}" computes, received nothing.`, {
    suggestion: 'Give it a program, or say how it is evaluated.',
  })
}

/** The program, read when it is first needed. */
function once(read: () => Program): () => Program {
  let known: Program | undefined
  return () => {
    known ??= read()
    return known
  }
}

const bits: Readonly<Record<StructureWord, Facts>> = {
  symmetric: Fact.symmetric,
  skew: Fact.skew,
  diagonal: Fact.diagonal,
  orthogonal: Fact.orthogonal,
  lower: Fact.lower,
  upper: Fact.upper,
}

/** The facts that these words stand for. @throws `plugin` for another word */
function factsOf(words: readonly StructureWord[]): Facts {
  return words.reduce<Facts>((facts, word) => {
    const bit = bits[word]
    if (bit !== undefined) return facts | bit
    return fail('plugin', `Expected one of ${Object.keys(bits).join(', ')}, received "${word}".`)
  }, Fact.none)
}

function factsRule({ is = [], keeps = [] }: Described): Operator['facts'] {
  const [always, kept] = [factsOf(is), factsOf(keeps)]
  return operands => {
    const shared = operands.length === 0 ? Fact.none : operands.reduce((facts, operand) => facts & operand.facts, kept)
    return closeFacts(always | shared) | inheritedFacts(operands)
  }
}
