import { DerivationError, fail, type Operator, problemOf } from '@matrix-derive/core'
import { builtInOperators } from '@matrix-derive/operators'
import { type Contribution, referenceOf } from '@matrix-derive/plugin'
import {
  battery,
  type CheckName,
  layoutBattery,
  operatorBattery,
  type PendingCheck,
} from '@matrix-derive/testing/battery'
import { requireProved } from '@matrix-derive/verify'
import type { ReadPlugin } from './foreign-plugin.ts'

/** Milliseconds that proving one plugin may take. An identity takes a tenth of a second; a package of thirty, three. */
export const usualProvingTime = 8_000

/** What a check asks, as it is said where the answer is no. */
const expectations: Readonly<Partial<Record<CheckName, string>>> = {
  closed: 'whose right side speaks of nothing that its left side lacks',
  conforms: 'with one shape on both sides',
  true: 'that is true',
  agrees: 'that rewrites as its statement says',
  guarded: 'that is used only where its conditions hold',
  recorded: 'that says what it relies on',
  settles: 'that comes to an end',
  shaped: 'that computes what its signature says',
  readable: 'that can be written and read again',
  structured: 'with the structure that it says',
  linear: 'that is linear where it says so',
  valued: 'whose value is that of its program',
  differentiates: 'with its true derivative',
  rearranges: 'that only rearranges entries',
}

/** Conditions that are stronger than need be make a law less useful, and not false. */
const notAsked: ReadonlySet<CheckName> = new Set<CheckName>(['needed'])

/**
 * Proves all that a plugin brings: every statement, that rewriting agrees with it, every derivative and every layout.
 * @throws `plugin` for the first thing that is false, or when the time is up
 */
export function provePlugin(plugin: ReadPlugin, time = usualProvingTime): void {
  const deadline = performance.now() + time
  const operators = operatorsOf(plugin)
  for (const contribution of plugin.contributions) {
    const { name, version } = referenceOf(contribution)
    const subject = `${contribution.kind} ${name}@${version}`
    for (const pending of checksOf(contribution, operators)) {
      if (notAsked.has(pending.check)) continue
      if (performance.now() > deadline) {
        fail('plugin', `Expected ${subject} to be proved within ${time / 1000} s; the time is up.`, {
          suggestion: 'Let the plugin bring less, or smaller statements.',
        })
      }
      saying(subject, name, () => demand(subject, pending, contribution, operators))
    }
  }
}

/** A problem that does not say what it is about says so. */
function saying(subject: string, name: string, run: () => void): void {
  try {
    run()
  } catch (thrown) {
    const problem = problemOf(thrown)
    if (problem === undefined || problem.message.includes(name)) throw thrown
    throw new DerivationError({ ...problem, message: `${subject}: ${problem.message}` })
  }
}

/** The operators that a plugin brings. */
function operatorsOf({ contributions }: ReadPlugin): Operator[] {
  return contributions.flatMap(contribution => (contribution.kind === 'operator' ? [contribution.operator] : []))
}

function checksOf(contribution: Contribution, operators: readonly Operator[]): PendingCheck[] {
  switch (contribution.kind) {
    case 'identity':
      return battery(contribution.identity, { operators })
    case 'operator':
      return operatorBattery(contribution, { operators })
    case 'layout':
      return layoutBattery(contribution.layout)
  }
}

function demand(
  subject: string,
  { check, run }: PendingCheck,
  contribution: Contribution,
  operators: readonly Operator[],
): void {
  // A false statement is said with the counterexample that a reader can compute.
  if (check === 'true' && contribution.kind === 'identity') {
    requireProved(contribution.identity, [...builtInOperators, ...operators])
    return
  }
  const message = run()
  if (message === undefined) return
  const expected = expectations[check]
  const received = message.replace(/\s*\n\s*/g, '; ').replace(/\.$/, '')
  fail(
    'plugin',
    expected === undefined ? `${received}.` : `Expected the ${subject} to be one ${expected}; ${received}.`,
  )
}
