import type { Identity, Operator } from '@matrix-derive/core'
import { builtInOperators } from '@matrix-derive/operators'
import { type Check, type CheckName, type PendingCheck, runCheck } from './check.ts'
import {
  agrees,
  assumptionsOf,
  closed,
  conditionsOf,
  conforms,
  guarded,
  isDirected,
  isTrue,
  needed,
  recorded,
  rewrites,
  type Subject,
  settles,
} from './checks.ts'
import { declared } from './declared.ts'
import { type ExampleVariables, exampleInstances, leavesAlone, reliesOn, rewritesTo } from './examples.ts'
import { type Law, lawsOf } from './law.ts'

/** What the author of an identity adds to the battery. */
export interface IdentityTestOptions {
  /** The surprising cases: what becomes what. Differentials with their d(.): `['d(A*X)', 'A*d(X)']`. */
  readonly rewrites?: readonly (readonly [before: string, after: string])[]
  /** What must stay as it is, because the law would be wrong there or does not speak of it. */
  readonly leaves?: readonly string[]
  /** What is relied on where, and nothing else: `{ 'x^(-1)': ['nonzero x'], 'x^2': [] }`. */
  readonly assumes?: Readonly<Record<string, readonly string[]>>
  /** Declarations and conditions of names in these tables, as in `where`: `{ A: 'constant matrix(m,n)' }`. */
  readonly variables?: ExampleVariables
  /** Operators of the statement that are not built in. */
  readonly operators?: readonly Operator[]
  /** The same seed gives the same random instances. */
  readonly seed?: number
}

/**
 * Every check of the battery that this identity calls for, not yet run.
 * @param alsoDeclared what else is asked of how it is declared, say that its manifest says the same
 */
export function battery(
  identity: Identity,
  options: IdentityTestOptions = {},
  alsoDeclared: (identity: Identity) => string | undefined = () => undefined,
): PendingCheck[] {
  const { operators: more = [], seed = 1, variables = {} } = options
  const own = identity.operators ?? []
  const operators =
    more.length + own.length === 0 ? builtInOperators : [...new Set([...builtInOperators, ...own, ...more])]
  let read: readonly Law[] | undefined
  const laws = () => {
    read ??= lawsOf(identity, operators)
    return read
  }
  const subject: Subject = { identity, operators, seed, laws }
  const whole = (check: CheckName, run: () => string | undefined): PendingCheck => ({ check, subject: '', run })
  const checks = [
    whole('declared', () => declared(identity) ?? alsoDeclared(identity)),
    whole('closed', () => closed(subject)),
    whole('conforms', () => conforms(subject)),
    whole('true', () => isTrue(subject)),
  ]
  if (rewrites(identity)) checks.push(whole('agrees', () => agrees(subject)))
  const examples = () =>
    exampleInstances(
      subject,
      (options.rewrites ?? []).map(([before]) => before),
      variables,
    )
  if (conditionsOf(identity).length > 0) {
    checks.push(whole('needed', () => needed(subject)))
    checks.push(whole('guarded', () => guarded(subject)))
  }
  if (rewrites(identity) && assumptionsOf(identity).length > 0) {
    checks.push(whole('recorded', () => recorded(subject, examples())))
  }
  if (rewrites(identity) && isDirected(identity)) checks.push(whole('settles', () => settles(subject)))
  for (const [before, after] of options.rewrites ?? []) {
    const run = () => rewritesTo(subject, before, after, variables)
    checks.push({ check: 'rewrites', subject: `${before} to ${after}`, run })
  }
  for (const text of options.leaves ?? []) {
    checks.push({ check: 'leaves', subject: text, run: () => leavesAlone(subject, text, variables) })
  }
  for (const [text, conditions] of Object.entries(options.assumes ?? {})) {
    checks.push({ check: 'assumes', subject: text, run: () => reliesOn(subject, text, conditions, variables) })
  }
  return checks
}

/** Runs the battery on an identity, without a test runner. */
export function checkIdentity(identity: Identity, options: IdentityTestOptions = {}): Check[] {
  return battery(identity, options).map(runCheck)
}
