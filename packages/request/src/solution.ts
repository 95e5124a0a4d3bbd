import {
  type DerivationRequest as Asked,
  createBudget,
  createStore,
  type Derivation,
  defaultLimits,
  derive,
  type Expression,
  Fact,
  fail,
  functionInfo,
  has,
  type Layout,
  type Limits,
  type Problem,
  type Registry,
  reachable,
  throughNames,
} from '@matrix-derive/core'
import { type ReadProgram, readName, readProgram } from '@matrix-derive/language'
import { dismissing, type Interrupting, interrupted } from './dismissal.ts'
import type { DerivationRequest } from './request.ts'
import { structureNotes } from './structure-notes.ts'

/** Where answers come from. */
export interface SolvingOptions {
  readonly registry: Registry
  readonly limits?: Limits
  readonly signal?: AbortSignal
  /** Interrupts a plugin whose function never ends; absent where nobody can. */
  readonly interrupting?: Interrupting | undefined
}

/** A request, answered with the expressions themselves. */
export interface Solution {
  readonly program: ReadProgram
  readonly derivation: Derivation
  /** What the expression is called: `f`, or another letter where the program uses f. */
  readonly functionName: string
  /** What else the program could have meant, and what became of the structure of its variables. */
  readonly notes: readonly string[]
  /** The plugins that it was derived without, because they kept it from ending well. */
  readonly dismissed?: readonly Problem[]
}

/** A solution with the registry that it used: what was given, without the plugins that were to blame for a failure. */
export interface Derived extends Solution {
  readonly registry: Registry
  readonly dismissed: readonly Problem[]
}

/** A request, read: what there is to derive, with nothing derived yet. */
export interface Question extends Pick<Solution, 'program' | 'functionName' | 'notes'> {
  readonly asked: Asked
}

/**
 * Derives what is asked, without the plugins of the registry that keep that from ending well.
 * @throws every error that a program can have, and `value` for an unknown layout
 */
export function derivationOf(request: DerivationRequest, options: SolvingOptions): Derived {
  const { limits = defaultLimits, interrupting } = options
  const { result, registry, dismissed } = dismissing(options.registry, registry =>
    // The budget looks at the clock itself, and goes first wherever it gets the chance.
    interrupted(registry, interrupting, limits.time + 1_000, () => {
      const { asked, ...question } = questionOf(request, { ...options, registry })
      return { ...question, derivation: derive(asked) }
    }),
  )
  return { ...result, registry, dismissed }
}

/** @throws every error that reading a program can have, and `value` for an unknown layout */
export function questionOf(request: DerivationRequest, options: SolvingOptions): Question {
  const { registry, limits = defaultLimits, signal } = options
  const layout = layoutNamed(registry, request.layout ?? 'numerator')
  const store = createStore(limits)
  const program = readProgram({
    text: request.expression,
    declarations: request.variables ?? {},
    operators: registry.operators,
    store,
    limits,
  })
  const taken = namesOf(program)
  const asked = {
    registry,
    store,
    expression: program.expression,
    variables: variablesOf(program, request.wrt),
    layout,
    order: request.order ?? 1,
    structure: request.structure ?? ('ignore' as const),
    budget: createBudget(limits, signal),
    taken,
  }
  return { program, asked, functionName: functionName(taken), notes: [...program.notes, ...structureNotes(asked)] }
}

/** The layout of this name or alias. @throws `value`, listing the layouts there are */
export function layoutNamed(registry: Registry, name: string): Layout {
  const layout = registry.layout(name)
  if (layout !== undefined) return layout
  const known = registry.layouts.map(({ name }) => name).join(', ')
  return fail('value', `Expected a layout, received "${name}".`, { suggestion: `Layouts are ${known}.` })
}

/** The names that a program can be derived by, in the order in which it has them. @throws what reading it throws */
export function variableNames(
  expression: string,
  variables: Readonly<Record<string, string>>,
  registry: Registry,
): string[] {
  const program = readProgram({ text: expression, declarations: variables, operators: registry.operators })
  return candidates(program)
}

function candidates({ symbols }: ReadProgram): string[] {
  return [...symbols].filter(([, { expression }]) => !has(expression.facts, Fact.integer)).map(([name]) => name)
}

/** Each variable once. @throws `unknown-name`, `unsupported`, `not-differentiable` */
function variablesOf(program: ReadProgram, wrt: string | readonly string[]): Expression[] {
  const names = new Set((typeof wrt === 'string' ? [wrt] : wrt).map(readName))
  return [...names].map(name => variableOf(program, name))
}

function variableOf(program: ReadProgram, name: string): Expression {
  const suggestion = `It can be derived by ${candidates(program).join(', ') || 'nothing: it has no variable'}.`
  if (program.definitions.some(definition => definition.name === name)) {
    fail('unsupported', `Expected a variable to derive by, received "${name}", which the program defines.`, {
      suggestion: `Leave out the definition of ${name}. ${suggestion}`,
    })
  }
  const symbol = program.symbols.get(name)?.expression
  if (symbol === undefined) {
    return fail('unknown-name', `Expected a variable of the program to derive by, received "${name}".`, { suggestion })
  }
  if (has(symbol.facts, Fact.integer)) {
    fail('not-differentiable', `Expected a variable that can change by a little, received the integer "${name}".`, {
      suggestion,
    })
  }
  return symbol
}

function namesOf({ symbols, scope, definitions }: ReadProgram): Set<string> {
  return new Set([...symbols.keys(), ...scope.functions.keys(), ...definitions.map(({ name }) => name)])
}

function functionName(taken: ReadonlySet<string>): string {
  for (let primes = ''; ; primes += '_') {
    const free = ['f', 'g', 'h', 'F'].find(name => !taken.has(name + primes))
    if (free !== undefined) return free + primes
  }
}

/** A name of the program and its kind: `A: matrix(m,n)`. */
export interface NameAndKind {
  readonly name: string
  readonly declaration: string
  /** Whether nobody declared it. */
  readonly inferred: boolean
}

/** The names that a solution speaks of; what is declared and not used, say by a whole project, is left out. */
export function namesUsed({ program, derivation }: Solution): NameAndKind[] {
  const roots = [program.expression, ...derivation.answers.map(({ variable }) => variable)]
  const used = new Set<string>()
  for (const { operator, data } of reachable(roots, throughNames)) {
    const name = functionInfo(operator)?.name ?? data?.name
    if (name !== undefined) used.add(name)
  }
  const functions = [...program.scope.functions.keys()].map(name => {
    return { name, declaration: program.scope.declarations.get(name)!.text, inferred: false }
  })
  const values = [...program.symbols].map(([name, { declaration, inferred }]) => ({ name, declaration, inferred }))
  return [...functions, ...values].filter(({ name }) => used.has(name))
}
