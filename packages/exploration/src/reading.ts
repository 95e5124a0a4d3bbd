import { type Limits, type Problem, type Registry, requireProblem } from '@matrix-derive/core'
import { readProgram } from '@matrix-derive/language'
import { variableNames } from '@matrix-derive/request'

/** What can be said about a program while it is being typed. */
export interface Typed {
  readonly names: readonly { readonly name: string; readonly declaration: string; readonly inferred: boolean }[]
  /** What it can be derived by. */
  readonly variables: readonly string[]
  /** What else it could mean. */
  readonly notes: readonly string[]
  readonly problem?: Problem
  /** The program as the suggestion would have it, where that can be read. */
  readonly fixed?: string
}

export interface TypedOptions {
  readonly registry: Registry
  readonly variables?: Readonly<Record<string, string>>
  readonly limits?: Limits
}

/** Reads a program as far as it has been typed. */
export function readTyped(text: string, options: TypedOptions): Typed {
  const { registry, variables = {}, limits } = options
  try {
    const { symbols, notes } = readProgram({
      text,
      declarations: variables,
      operators: registry.operators,
      ...(limits && { limits }),
    })
    const names = [...symbols].map(([name, { declaration, inferred }]) => ({ name, declaration, inferred }))
    return { names, notes, variables: variableNames(text, variables, registry) }
  } catch (thrown) {
    const problem = requireProblem(thrown)
    const fixed = fixOf(text, problem, options)
    return { names: [], notes: [], variables: [], problem, ...(fixed !== undefined && { fixed }) }
  }
}

/**
 * What a suggestion says to write, put in the place that is to blame. A suggestion is a sentence for people: what of it
 * is a formula is found by trying, and only what can be read is offered.
 */
function fixOf(text: string, { span, suggestion }: Problem, options: TypedOptions): string | undefined {
  if (span === undefined || suggestion === undefined) return undefined
  const put = (formula: string) => text.slice(0, span.start) + formula + text.slice(span.end)
  const known = new Set(text.match(word))
  const isAboutThis = (formula: string) => (formula.match(word) ?? []).every(name => known.has(name))
  const { quoted, listed } = formulasIn(suggestion)
  const programs = [...quoted, ...listed.filter(isAboutThis)].map(put)
  return programs.find(program => canBeRead(program, options))
}

const word = /[\p{L}_][\p{L}\p{N}_]*/gu

/** `"tanh"` in quotes; `x'*y`, `x*y'` and `x.*y` after Perhaps or Write. */
function formulasIn(suggestion: string): { quoted: string[]; listed: string[] } {
  const quoted = [...suggestion.matchAll(/"([^"]+)"/g)].map(([, inner]) => inner)
  const [, said = ''] = /^(?:Perhaps|Write)(?: \* for a product:)? (.*?)\.?$/.exec(suggestion) ?? []
  const listed = said.split(/, | or | instead of | for /).map(formula => formula.trim())
  return { quoted, listed: listed.filter(formula => formula !== '') }
}

function canBeRead(program: string, { registry, variables = {}, limits }: TypedOptions): boolean {
  try {
    readProgram({ text: program, declarations: variables, operators: registry.operators, ...(limits && { limits }) })
    return true
  } catch (thrown) {
    requireProblem(thrown)
    return false
  }
}
