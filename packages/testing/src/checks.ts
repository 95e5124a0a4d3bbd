import {
  dimensionNames,
  type Expression,
  type Identity,
  type Operator,
  type Phase,
  problemOf,
  productOperator,
  reachable,
  sameShape,
  sizeOperator,
  sumOperator,
} from '@matrix-derive/core'
import { toText } from '@matrix-derive/notation'
import { ask, contextFor } from './asking.ts'
import { allInstances, type Instance, longInstances, plainInstances } from './instances.ts'
import { type Law, movingIn, readLaw } from './law.ts'
import { nearMisses } from './near-misses.ts'
import { difference, differenceWhereDefined } from './proving.ts'
import { isAssumed, isChecked, readWhere, without } from './where.ts'

/** What the checks share: the identity, its statements read, and the seed of all chance. */
export interface Subject {
  readonly identity: Identity
  readonly operators: readonly Operator[]
  readonly seed: number
  laws(): readonly Law[]
}

/** The phases in which an identity rewrites; in the others it is only named. */
const rewriting: ReadonlySet<Phase> = new Set([
  'prepare',
  'differential',
  'isolate',
  'collect',
  'structure',
  'simplify',
  'stack',
])

export function rewrites({ phases }: Identity): boolean {
  return phases.some(phase => rewriting.has(phase))
}

/** Both sides have one shape; a statement that cannot be read has none. */
export function conforms({ laws }: Subject): string | undefined {
  const wrong = laws().find(({ left, right }) => !sameShape(left.shape, right.shape))
  return wrong && `${wrong.text}: the sides differ in shape`
}

/** What a side speaks of: symbols, functions and dimensions. */
function namesIn(side: Expression, law: Law): Set<string> {
  const names = new Set<string>()
  for (const { operator, data, shape } of reachable([side])) {
    // What an index is called says nothing, and a size is counted below.
    if (data?.name !== undefined && data.level === undefined && operator !== sizeOperator) names.add(data.name)
    for (const [name, declared] of law.functions) {
      // Jacobians are called D(l), derivatives sigma'.
      if (operator === declared || operator.name.match(/[\p{L}_][\p{L}\p{N}_]*/gu)?.includes(name)) names.add(name)
    }
    for (const { rows, cols } of data?.shape ? [shape, data.shape] : [shape]) {
      for (const name of [rows, cols].flatMap(dimensionNames)) names.add(`the size ${name}`)
    }
  }
  return names
}

/** The right side speaks of nothing that the left side lacks; `where` of nothing that no statement has. */
export function closed({ identity, laws }: Subject): string | undefined {
  const used = new Set<string>()
  for (const law of laws()) {
    const left = namesIn(law.left, law)
    const loose = [...namesIn(law.right, law)].filter(name => !left.has(name))
    if (loose.length > 0) return `${law.text}: ${loose.join(', ')} stands on the right side only`
    for (const name of left) used.add(name)
  }
  // An integer that a sum runs up to is a size.
  const idle = readWhere(identity.where).filter(({ name }) => !used.has(name) && !used.has(`the size ${name}`))
  return idle.length > 0
    ? `where declares ${idle.map(({ name }) => name).join(', ')}, of which no statement speaks`
    : undefined
}

/** Both sides are equal, exactly where that can be said, on random instances under the conditions of `where`. */
export function isTrue({ laws, seed }: Subject): string | undefined {
  for (const law of laws()) {
    const why = difference(law.left, law.right, movingIn(law), seed)
    if (why !== undefined) return `${law.text} is false:\n${why}`
  }
  return undefined
}

/** What the identity makes of an instance, if anything, and what is wrong with that. */
function outcome(
  { identity, seed }: Subject,
  { store, expression, moving }: Instance,
): { readonly result: Expression | undefined; readonly why?: string } {
  let result: Expression | undefined
  try {
    result = ask(identity, expression, contextFor(store, moving, expression))
  } catch (thrown) {
    const what = problemOf(thrown)?.message ?? String(thrown)
    return { result: undefined, why: `${toText(expression)} breaks it: ${what}` }
  }
  if (result === undefined) return { result }
  if (!sameShape(result.shape, expression.shape)) {
    return { result, why: `${toText(expression)} became ${toText(result)}, of another shape` }
  }
  const why = differenceWhereDefined(expression, result, moving, seed)
  return why === undefined ? { result } : { result, why }
}

/**
 * Whether the law only moves factors or terms, which may take a row or a column among them. Elsewhere applying to those
 * alone does not do: a row that is 1×1 is a column as well.
 */
function movesAround({ direction, left }: Law): boolean {
  return direction !== 'directed' && (left.operator === productOperator || left.operator === sumOperator)
}

/** Rewriting does what the statement says: it applies, and whatever comes out is equal to what went in. */
export function agrees(subject: Subject): string | undefined {
  const { identity } = subject
  for (const law of subject.laws()) {
    let applied = 0
    for (const instance of allInstances(identity, law)) {
      const { result, why } = outcome(subject, instance)
      if (why !== undefined) return `${law.text}, rewriting disagrees:\n${why}`
      if (result !== undefined && (!instance.flat || movesAround(law))) applied++
    }
    for (const instance of [...plainInstances(identity, law), ...longInstances(law)].flatMap(nearMisses)) {
      const { why } = outcome(subject, instance)
      if (why !== undefined) return `${law.text}, rewriting goes too far:\n${why}`
    }
    if (applied === 0) return `${law.text}: rewriting does not apply to its own statement; is "on" right?`
    if (law.direction === 'directed') continue
    for (const instance of plainInstances(identity, law, law.right)) {
      const { why } = outcome(subject, instance)
      if (why !== undefined) return `${law.text}, rewriting the right side disagrees:\n${why}`
    }
  }
  return undefined
}

/** The conditions that the identity must check, one by one. */
export function conditionsOf({ where }: Identity): { readonly metavariable: string; readonly predicate: string }[] {
  return readWhere(where).flatMap(({ name, predicates }) =>
    predicates.filter(isChecked).map(predicate => ({ metavariable: name, predicate })),
  )
}

/** The statements that speak of a metavariable, with one of its conditions left out. */
function relaxed({ identity, operators }: Subject, metavariable: string, predicate: string): Law[] {
  const where = without(identity.where, metavariable, predicate)
  return identity.statements
    .map(text => readLaw(text, where, operators))
    .filter(({ symbols }) => symbols.has(metavariable))
}

/** Each condition matters: without it some statement is false. */
export function needed(subject: Subject): string | undefined {
  for (const { metavariable, predicate } of conditionsOf(subject.identity)) {
    const falsified = relaxed(subject, metavariable, predicate).some(
      law => difference(law.left, law.right, movingIn(law), subject.seed) !== undefined,
    )
    if (!falsified) return `${metavariable} need not be ${predicate}: the law is true without it`
  }
  return undefined
}

/** Each condition is looked at: without it no rewriting changes a value. */
export function guarded(subject: Subject): string | undefined {
  const { identity } = subject
  for (const { metavariable, predicate } of rewrites(identity) ? conditionsOf(identity) : []) {
    for (const law of relaxed(subject, metavariable, predicate)) {
      for (const instance of allInstances(identity, law)) {
        const { why } = outcome(subject, instance)
        if (why !== undefined) return `${law.text} was used where ${metavariable} is not ${predicate}:\n${why}`
      }
    }
  }
  return undefined
}

/** The conditions that the identity cannot check. */
export function assumptionsOf({ where }: Identity): string[] {
  return readWhere(where).flatMap(({ predicates }) => predicates.filter(isAssumed))
}

/** Each condition that cannot be checked is recorded somewhere: a derivation lists what it relied on. */
export function recorded({ identity, laws }: Subject, examples: readonly Instance[]): string | undefined {
  const seen = new Set<string>()
  for (const { store, expression, moving } of [...laws().flatMap(law => allInstances(identity, law)), ...examples]) {
    ask(
      identity,
      expression,
      contextFor(store, moving, expression, predicate => seen.add(predicate)),
    )
  }
  // `nonzero entries` is a kind of nonzero.
  const silent = assumptionsOf(identity).filter(word => ![...seen].some(predicate => predicate.startsWith(word)))
  return silent.length > 0 ? `relies on "${silent[0]}" and never says so: no use of it calls assume` : undefined
}

/** So often an identity may apply to what it made itself: the factors of a product, one by one. */
const mostRepetitions = 8

/** Whether there is anything to settle: a two-way law is used only while it makes things shorter, which ends. */
export function isDirected({ directed, phases }: Identity): boolean {
  return directed || !phases.some(phase => phase === 'simplify' || phase === 'structure')
}

/** Used again on its own result it comes to an end, and a directed law of simplification never makes it longer. */
export function settles({ identity, laws }: Subject): string | undefined {
  for (const law of laws()) {
    for (const { store, expression, moving } of plainInstances(identity, law)) {
      const context = contextFor(store, moving, expression)
      let current = expression
      for (let count = 0; ; count++) {
        const next = ask(identity, current, context)
        if (next === undefined) break
        if (identity.directed && identity.phases.includes('simplify') && next.cost > current.cost) {
          return `${law.text}: ${toText(current)} becomes the longer ${toText(next)}`
        }
        if (count === mostRepetitions) return `${law.text}: does not end, at ${toText(next)}`
        current = next
      }
    }
  }
  return undefined
}
