import {
  type DerivationRequest as Asked,
  createBudget,
  createStore,
  type Derivation,
  defaultLimits,
  derive,
  dimensionParts,
  type Expression,
  Fact,
  fail,
  functionInfo,
  has,
  holdsDifferential,
  isFamily,
  isMember,
  type Layout,
  type Limits,
  member,
  type Problem,
  type Registry,
  reachable,
  type Store,
  scalarShape,
  symbol,
  throughNames,
  unit,
} from '@matrix-derive/core'
import { type ReadProgram, readName, readProgram } from '@matrix-derive/language'
import { dismissing, type Interrupting } from './dismissal.ts'
import { type DerivationRequest, requireAnswerable } from './request.ts'
import { scalingNotes } from './scaling-notes.ts'
import { structureNotes, structureOf } from './structure-notes.ts'

/** Where answers come from. */
export interface SolvingOptions {
  readonly registry: Registry
  readonly limits?: Limits
  readonly signal?: AbortSignal
  /** Interrupts a plugin whose function never ends; absent where nobody can. */
  readonly interrupting?: Interrupting | undefined
  /** How lines are found; the strategy where absent. */
  readonly deriving?: (asked: Asked) => Derivation
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
  const { limits = defaultLimits, interrupting = uninterrupted, deriving = derive } = options
  const { result, registry, dismissed } = dismissing(options.registry, registry =>
    // The budget looks at the clock itself, and goes first wherever it gets the chance.
    interrupting(registry, limits.time + 1_000, () => {
      const { asked, ...question } = questionOf(request, { ...options, registry })
      return { ...question, derivation: deriving(asked) }
    }),
  )
  return { ...result, registry, dismissed }
}

const uninterrupted: Interrupting = (_registry, _milliseconds, work) => work()

/** @throws every error that reading a program can have, and `value` for a layout, an order or a structure that there is not */
export function questionOf(request: DerivationRequest, options: SolvingOptions): Question {
  const { registry, limits = defaultLimits, signal } = options
  requireAnswerable(request)
  const layout = layoutNamed(registry, request.layout ?? 'numerator')
  const store = createStore(limits)
  const program = readProgram({
    text: request.expression,
    declarations: request.variables ?? {},
    operators: registry.operators,
    store,
    limits,
  })
  if (holdsDifferential(program.expression)) {
    fail('unsupported', 'Expected a function, received an expression with d(.).', {
      suggestion: 'Leave d out: the differential of what is written is the first line of the derivation.',
    })
  }
  const variables = variablesOf(program, request.wrt)
  // Indices have names as well.
  const taken = new Set([...namesOf(program), ...store.names])
  const asked = {
    registry,
    store,
    expression: program.expression,
    variables,
    layout,
    order: request.order ?? 1,
    structure: request.structure ?? ('ignore' as const),
    collect: request.collect ?? false,
    budget: createBudget(limits, signal),
    taken,
  }
  return {
    program: withNumbers(program, variables),
    asked,
    functionName: functionName(taken),
    notes: [...program.notes, ...scalingNotes(program, variables, functionName(taken)), ...structureNotes(asked)],
  }
}

/** Whether a variable that is derived by has structure, of which account may be taken. */
export function hasStructuredVariable({ derivation }: Pick<Solution, 'derivation'>): boolean {
  return derivation.variables.some(variable => structureOf(variable) !== undefined)
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

/** Each variable once. @throws `syntax`, `unknown-name`, `unsupported`, `not-differentiable` */
function variablesOf(program: ReadProgram, wrt: string | readonly string[]): Expression[] {
  const variables = (typeof wrt === 'string' ? [wrt] : wrt).map(written => {
    const [, name, number] = /^([^[]*)(?:\[([^\]]*)\])?\s*$/.exec(written) ?? [written, written]
    const variable = variableOf(program, readName(name))
    if (isFamily(variable)) return memberOf(program, requireSingle(program, variable), number)
    if (number === undefined) return variable
    return fail('shape-mismatch', `Expected a family before [, received ${name}, of which there is only one.`)
  })
  return [...new Set(variables)]
}

/**
 * A family of which the program has single members only: what a matrix of all of them does when one changes has no formula.
 * @throws `unsupported`
 */
function requireSingle({ expression }: ReadProgram, family: Expression): Expression {
  const isWhole = (node: Expression) => !isMember(node) && throughNames(node).includes(family)
  if (expression !== family && !reachable([expression], throughNames).some(isWhole)) return family
  const { name } = family.data!
  return fail('unsupported', `Expected single members of ${name} to derive by one of them, received all together.`, {
    suggestion: `Write them in a sum: sum(i in 1..N, ...${name}[i]...).`,
  })
}

/** x[k], for a k that nothing else is called unless somebody named it: to derive by a family is to derive by any member. */
function memberOf({ scope, symbols }: ReadProgram, family: Expression, written: string | undefined): Expression {
  const { store } = scope
  const sizes = new Set([...sizesOf(symbols), ...scope.sizes])
  const name = written === undefined ? freeNumber(store, sizes) : readName(written)
  const known = symbols.get(name)?.expression
  if (sizes.has(name)) {
    fail(
      'syntax',
      `Expected a name for the number of a member that nothing else has, received ${name}, which is a size.`,
      {
        suggestion: `Write ${family.data!.name}[${freeNumber(store, sizes)}].`,
      },
    )
  }
  if (known !== undefined && !has(known.facts, Fact.integer)) {
    fail('shape-mismatch', `Expected the number of a member between [ and ], received ${name}, which is no integer.`)
  }
  return member(store, family, known ?? symbol(store, name, scalarShape, Fact.integer))
}

function freeNumber({ names }: Store, sizes: ReadonlySet<string>): string {
  for (let k = 0; ; k++) {
    const candidates = ['k', 'l', 'p', 'q'].map(letter => (k === 0 ? letter : `${letter}${k}`))
    const free = candidates.find(name => !names.has(name) && !sizes.has(name))
    if (free !== undefined) return free
  }
}

/** The names of the sizes that the program speaks of. */
function sizesOf(symbols: ReadProgram['symbols']): Set<string> {
  const dimensions = [...symbols.values()].flatMap(({ expression: { shape, data } }) => [
    shape.rows,
    shape.cols,
    data?.member?.count ?? unit,
  ])
  return new Set(dimensions.flatMap(dimension => dimensionParts(dimension).names))
}

/** The program with the numbers of the members that it is derived by: whoever speaks of the derivative speaks of them. */
function withNumbers(program: ReadProgram, variables: readonly Expression[]): ReadProgram {
  const numbers = variables.filter(isMember).map(({ operands }) => operands[1])
  if (numbers.length === 0) return program
  const named = numbers.map(number => [number.data!.name!, number] as const)
  return { ...program, scope: { ...program.scope, values: new Map([...program.scope.values, ...named]) } }
}

function variableOf(program: ReadProgram, name: string): Expression {
  const suggestion = () => `It can be derived by ${candidates(program).join(', ') || 'nothing: it has no variable'}.`
  if (program.definitions.some(definition => definition.name === name)) {
    fail('unsupported', `Expected a variable to derive by, received "${name}", which the program defines.`, {
      suggestion: `Leave out the definition of ${name}. ${suggestion()}`,
    })
  }
  const symbol = program.symbols.get(name)?.expression
  if (symbol === undefined) {
    return fail('unknown-name', `Expected a variable of the program to derive by, received "${name}".`, {
      suggestion: suggestion(),
    })
  }
  if (has(symbol.facts, Fact.integer)) {
    fail('not-differentiable', `Expected a variable that can change by a little, received the integer "${name}".`, {
      suggestion: suggestion(),
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

/** `A: symmetric(n); x: vector(n)   (inferred)` */
export function kindsText(solution: Solution): string {
  const names = namesUsed(solution)
  const list = (inferred: boolean) =>
    names
      .filter(name => name.inferred === inferred)
      .map(({ name, declaration }) => `${name}: ${declaration}`)
      .join(', ')
  const [declared, inferred] = [list(false), list(true)]
  return [declared, inferred && `${inferred}   (inferred)`].filter(Boolean).join('; ')
}
