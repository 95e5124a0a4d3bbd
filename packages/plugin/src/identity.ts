import {
  createStore,
  type Expression,
  fail,
  type Identity,
  instantiate,
  matchRoot,
  type Operator,
  type Phase,
  predicates,
  type RewriteContext,
  requireProblem,
} from '@matrix-derive/core'
import { type ReadStatement, readStatement } from '@matrix-derive/language'
import { builtInOperators } from '@matrix-derive/operators'
import { alternativesByStatements } from './alternatives.ts'
import { identityName, type Manifest, requirement } from './manifest.ts'
import { plausibility } from './plausibility.ts'
import { type CompiledStatement, mayStandFor, recordAssumptions, unboundNames } from './statement.ts'

/** What the author of an identity writes. */
export interface IdentityDefinition {
  /** When it is used; several where it serves at several times. */
  readonly phase: Phase | readonly Phase[]
  /**
   * The law in the input language, `left = right` or `left -> right`. `->` is directed: the right side is never
   * longer. Several statements are alternatives of one law, tried in order.
   */
  readonly statement: string | readonly string[]
  /** For each metavariable a declaration and side conditions: `matrix(n,n) invertible`, `constant vector(n)`. */
  readonly where: Readonly<Record<string, string>>
  /** The reason, in a few words, as a derivation shows it. */
  readonly title: string
  /** Where the law can be looked up. */
  readonly source: string
  /**
   * Where it may apply; see `Identity.on`. Without it the statement says where, which costs reading the
   * statement as soon as the registry is used.
   */
  readonly on?: string | readonly string[]
  /** For laws that one statement cannot say, such as n-ary forms. The statement must be true all the same, and agree. */
  readonly apply?: (node: Expression, context: RewriteContext) => Expression | undefined
  /** See `Identity.inContext`. */
  readonly inContext?: boolean
  /** Operators of the statement that are not built in. */
  readonly operators?: readonly Operator[]
}

const noAlternatives: readonly Expression[] = []

/**
 * Makes an identity from a package's manifest and its definition. Statements are read when they are first needed.
 * @throws `plugin` (when first used) for a statement that cannot be read, whose sides differ in shape,
 * or whose right side has a metavariable that the left side lacks
 */
export function defineIdentity(manifest: Manifest, definition: IdentityDefinition): Identity {
  const { phase, statement, where, title, source, apply, on } = definition
  const name = identityName(manifest)
  const statements = typeof statement === 'string' ? [statement] : statement
  const phases = typeof phase === 'string' ? [phase] : phase
  const isPlausible = plausibility(statements, phases, definition.operators ?? [])
  // Laws of this phase are tried in both directions, as these are.
  const mayMatch = plausibility(statements, ['simplify'], definition.operators ?? [])
  let compiled: readonly CompiledStatement[] | undefined
  const compile = () => {
    if (compiled !== undefined) return compiled
    const operators = [...builtInOperators, ...(definition.operators ?? [])]
    compiled = statements.map(text => compileStatement(name, text, where, operators))
    if (apply === undefined) for (const each of compiled) requireUsable(name, phases, each)
    return compiled
  }
  return {
    name,
    version: manifest.version,
    summary: manifest.description,
    title,
    source,
    phases,
    statements,
    where,
    directed: statements.every(text => text.includes('->')),
    ...(definition.operators && { operators: definition.operators }),
    ...(definition.inContext && { inContext: true }),
    ...requirement(manifest),
    get on() {
      return on === undefined ? headsOf(phases, compile()) : typeof on === 'string' ? [on] : on
    },
    rewrite:
      apply ??
      ((node, context) => (isPlausible(node) ? rewriteByStatements(compile(), phases, node, context) : undefined)),
    alternatives: (node, context) =>
      mayMatch(node) ? alternativesByStatements(compile, phases, node, context) : noAlternatives,
  }
}

function compileStatement(
  name: string,
  text: string,
  where: Readonly<Record<string, string>>,
  operators: readonly Operator[],
): CompiledStatement {
  const read = readOrBlame(name, text, where, operators)
  for (const [metavariable, words] of Object.entries(read.predicates)) {
    for (const word of words) {
      if (predicates[word]) continue
      fail('plugin', `Expected a known side condition for ${metavariable} of "${name}", received "${word}".`, {
        suggestion: `Use one of ${Object.keys(predicates).join(', ')}.`,
      })
    }
  }
  const conditions = new Map<Expression, readonly string[]>()
  for (const [metavariable, expression] of read.symbols) conditions.set(expression, read.predicates[metavariable] ?? [])
  const directed = read.direction === 'directed'
  const { left, right } = read
  return { text, left, right, directed, unbound: unboundNames(left, right), conditions }
}

/** A law without a function of its own is applied by its statements, so these must say all. @throws `plugin` */
function requireUsable(name: string, phases: readonly Phase[], statement: CompiledStatement): void {
  const { text, directed, unbound } = statement
  requireBound(name, text, unbound.forward)
  if (isUsedBackward(phases, directed)) requireBound(name, text, unbound.backward)
}

/** Simplification tries a two-way law in both directions; elsewhere its left side says where it applies. */
function isUsedBackward(phases: readonly Phase[], directed: boolean): boolean {
  return !directed && phases.includes('simplify')
}

/** @throws `plugin`, naming the law, for whatever is wrong with its statement */
function readOrBlame(
  name: string,
  text: string,
  where: Readonly<Record<string, string>>,
  operators: readonly Operator[],
): ReadStatement {
  try {
    return readStatement(text, where, operators, createStore())
  } catch (thrown) {
    const problem = requireProblem(thrown)
    const { message, span, suggestion } = problem
    return fail('plugin', `Expected a statement of "${name}" that can be read, received "${text}". ${message}`, {
      ...(span && { span }),
      ...(suggestion !== undefined && { suggestion }),
    })
  }
}

/** What matching the template must have found for an instance of the result to be complete. @throws `plugin` */
function requireBound(name: string, text: string, [unknown]: readonly string[]): void {
  if (unknown === undefined) return
  fail('plugin', `Expected both sides of "${text}" in "${name}" to speak of the same names; one lacks ${unknown}.`, {
    suggestion: 'Write a -> b for a law that is used in one direction: every name of b must occur in a.',
  })
}

/** The operators at which a law looks: the root of its left side (below d for differentials); both sides if two-way. */
function headsOf(phases: readonly Phase[], compiled: readonly CompiledStatement[]): string[] {
  const heads = new Set<string>()
  for (const { left, right, directed } of compiled) {
    heads.add(phases.includes('differential') ? left.operands[0].operator.name : left.operator.name)
    if (isUsedBackward(phases, directed)) heads.add(right.operator.name)
  }
  return [...heads]
}

function rewriteByStatements(
  compiled: readonly CompiledStatement[],
  phases: readonly Phase[],
  node: Expression,
  context: RewriteContext,
): Expression | undefined {
  for (const { left, right, directed, conditions } of compiled) {
    const forward = rewriteOnce(left, right, conditions, node, context)
    if (forward !== undefined) return forward
    if (!isUsedBackward(phases, directed)) continue
    const backward = rewriteOnce(right, left, conditions, node, context)
    if (backward !== undefined) return backward
  }
  return undefined
}

function rewriteOnce(
  left: Expression,
  right: Expression,
  conditions: ReadonlyMap<Expression, readonly string[]>,
  node: Expression,
  context: RewriteContext,
): Expression | undefined {
  const guard = (metavariable: Expression, value: Expression) => mayStandFor(conditions, metavariable, value, context)
  const found = matchRoot(context.store, left, node, guard)
  if (found === undefined) return undefined
  recordAssumptions(found.bindings.values, conditions, context)
  return found.rebuild(instantiate(context.store, right, found.bindings))
}
