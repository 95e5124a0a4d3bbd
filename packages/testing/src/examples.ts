import type { Expression } from '@matrix-derive/core'
import { readExpression, readProgram } from '@matrix-derive/language'
import { toText } from '@matrix-derive/notation'
import { ask, contextFor, movingNames } from './asking.ts'
import type { Subject } from './checks.ts'
import type { Instance } from './instances.ts'
import { differenceWhereDefined } from './proving.ts'
import { declarationsOf } from './where.ts'

/** What a table of examples may say of its names: declarations and conditions, as in `where`. */
export type ExampleVariables = Readonly<Record<string, string>>

/** An example is about the identity's metavariables unless it declares the name itself; all other names are inferred. */
function declare({ identity }: Subject, variables: ExampleVariables, texts: readonly string[]) {
  const words = new Set(texts.flatMap(text => text.match(/[\p{L}_][\p{L}\p{N}_]*/gu) ?? []))
  const known = Object.entries(identity.where).filter(([name]) => words.has(name))
  return declarationsOf({ ...Object.fromEntries(known), ...variables })
}

/** The left sides of the table, as instances of the law. */
export function exampleInstances(
  subject: Subject,
  texts: readonly string[],
  variables: ExampleVariables,
): readonly Instance[] {
  return texts.map(text => {
    const { declarations, constants } = declare(subject, variables, [text])
    const { expression, scope } = readProgram({ text, declarations, operators: subject.operators })
    return { store: scope.store, expression, moving: movingNames(expression, constants) }
  })
}

/** The text becomes the other one, and they are equal. */
export function rewritesTo(
  subject: Subject,
  before: string,
  after: string,
  variables: ExampleVariables,
): string | undefined {
  const { operators, identity, seed } = subject
  const { declarations, constants } = declare(subject, variables, [before, after])
  const { expression, scope } = readProgram({ text: before, declarations, operators })
  const expected = readExpression(after, scope)
  const moving = movingNames(expression, constants)
  const result = ask(identity, expression, contextFor(scope.store, moving, expression))
  if (result === undefined) return `Expected ${before} to become ${after}, but it does not apply.`
  if (result !== expected) return `Expected ${before} to become ${after}, received ${toText(result)}.`
  return differenceWhereDefined(expression, result, moving, seed)
}

/** Applied to the text it relies on these conditions, such as `invertible X`, and on no others. */
export function reliesOn(
  subject: Subject,
  text: string,
  conditions: readonly string[],
  variables: ExampleVariables,
): string | undefined {
  const [{ store, expression, moving }] = exampleInstances(subject, [text], variables)
  const stated = new Set<string>()
  const assume = (predicate: string, about: Expression) => stated.add(`${predicate} ${toText(about)}`)
  if (ask(subject.identity, expression, contextFor(store, moving, expression, assume)) === undefined) {
    return `Expected to apply to ${text}.`
  }
  const [expected, received] = [conditions, [...stated]].map(all => [...all].sort().join(', ') || 'nothing')
  return expected === received ? undefined : `Expected ${text} to rely on ${expected}, received ${received}.`
}

/** The identity does not apply. */
export function leavesAlone(subject: Subject, text: string, variables: ExampleVariables): string | undefined {
  const [{ store, expression, moving }] = exampleInstances(subject, [text], variables)
  const result = ask(subject.identity, expression, contextFor(store, moving, expression))
  return result && `Expected ${text} to be left as it is, received ${toText(result)}.`
}
