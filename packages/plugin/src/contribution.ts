import { fail, type Identity, type IdentityReference, type Layout, type Phase, type Plugin } from '@matrix-derive/core'
import type { OperatorContribution } from './operator.ts'

/** One thing that a plugin brings. */
export type Contribution =
  | { readonly kind: 'identity'; readonly identity: Identity; readonly requires?: string }
  | OperatorContribution
  | { readonly kind: 'layout'; readonly layout: Layout; readonly requires?: string }

/** The name and the version that a contribution has in every derivation. */
export function referenceOf(contribution: Contribution): IdentityReference {
  switch (contribution.kind) {
    case 'identity':
      return contribution.identity
    case 'operator':
      return contribution.operator.origin!
    case 'layout':
      return contribution.layout.identity
  }
}

/**
 * What a contribution registers: an operator comes with its differential.
 * @param from what to call the plugin that brings it, which is to blame for what its laws do wrong
 */
export function registered(contribution: Contribution, from: string): Plugin[] {
  if (contribution.kind === 'identity') return [{ kind: 'identity', identity: contribution.identity, from }]
  if (contribution.kind === 'layout') return [{ kind: 'layout', layout: contribution.layout, from }]
  const { operator, differential } = contribution
  const law: Plugin[] = differential ? [{ kind: 'identity', identity: differential, from }] : []
  return [{ kind: 'operator', operator, from }, ...law]
}

/**
 * What the default export of a plugin brings: what defineIdentity, defineOperator and defineLayout gave, one value or a
 * list of them.
 * @throws `plugin` for anything else
 */
export function contributionsOf(exported: unknown): Contribution[] {
  if (exported === undefined) {
    return fail('plugin', 'Expected a default export, received none.', {
      suggestion: 'Write "export default defineIdentity(...)", or a list of all that the plugin brings.',
    })
  }
  const all = Array.isArray(exported) ? exported : [exported]
  if (all.length === 0) fail('plugin', 'Expected a plugin that brings something, received an empty list.')
  return all.map(contributionOf)
}

function contributionOf(value: unknown): Contribution {
  if (isRecord(value)) {
    if ('fromNumerator' in value) {
      requireFields(value, layoutFields, 'a layout')
      const layout = value as unknown as Layout
      requireFields(layout.identity as unknown as Record<string, unknown>, identityFields, 'the identity of a layout')
      return { kind: 'layout', layout, ...requires(layout.identity) }
    }
    if (value.kind === 'operator') {
      requireFields(value.operator as Record<string, unknown>, operatorFields, 'an operator')
      return value as unknown as OperatorContribution
    }
    if ('statements' in value) {
      requireFields(value, identityFields, 'an identity')
      const identity = value as unknown as Identity
      requirePhases(identity)
      return { kind: 'identity', identity, ...requires(identity) }
    }
  }
  return fail('plugin', `Expected an identity, an operator or a layout, received ${kindOf(value)}.`, {
    suggestion: 'Export what defineIdentity, defineOperator or defineLayout gives.',
  })
}

function requires({ requires }: Identity): { readonly requires?: string } {
  return requires === undefined ? {} : { requires }
}

const isText = (value: unknown) => typeof value === 'string' && value.trim() !== ''
const isFunction = (value: unknown) => typeof value === 'function'
const isList = (value: unknown) => Array.isArray(value) && value.length > 0 && value.every(isText)
const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

type Fields = Readonly<Record<string, readonly [accepts: (value: unknown) => boolean, expected: string]>>

const nonEmpty = [isText, 'a text'] as const

const identityFields: Fields = {
  name: [
    value => typeof value === 'string' && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(value),
    'a name in lower-case-with-dashes',
  ],
  version: [
    value => typeof value === 'string' && /^\d+\.\d+\.\d+(-[0-9A-Za-z.-]+)?(\+[0-9A-Za-z.-]+)?$/.test(value),
    'a version such as 1.0.0',
  ],
  summary: nonEmpty,
  title: nonEmpty,
  source: nonEmpty,
  phases: [isList, 'a phase'],
  statements: [isList, 'a statement'],
  where: [value => isRecord(value) && Object.values(value).every(isText), 'declarations by name'],
  rewrite: [isFunction, 'a function'],
}

const layoutFields: Fields = {
  name: nonEmpty,
  aliases: [value => Array.isArray(value) && value.every(isText), 'a list of names'],
  identity: [isRecord, 'an identity'],
  fromNumerator: [isFunction, 'a function'],
  toNumerator: [isFunction, 'a function'],
}

/** A name that a program can call. */
const callable = /^[\p{L}_][\p{L}\p{N}_]*$/u

const operatorFields: Fields = {
  name: [value => typeof value === 'string' && callable.test(value), 'a name that a program can call, such as "quad"'],
  aliases: [
    value => Array.isArray(value) && value.every(name => typeof name === 'string' && callable.test(name)),
    'a list of names that a program can call',
  ],
  summary: nonEmpty,
  origin: [isRecord, 'its package; make it by defineOperator of @matrix-derive/plugin'],
  evaluate: [isFunction, 'a function'],
}

/** @throws `plugin`, naming the field at fault */
function requireFields(value: Record<string, unknown>, fields: Fields, what: string): void {
  if (!isRecord(value)) fail('plugin', `Expected ${what}, received ${kindOf(value)}.`)
  for (const [field, [accepts, expected]] of Object.entries(fields)) {
    if (accepts(value[field])) continue
    const who = isText(value.name) ? ` "${value.name}"` : ''
    fail('plugin', `Expected "${field}" of ${what}${who} to be ${expected}, received ${show(value[field])}.`)
  }
}

/** In the other phases an identity only gives a step its name, and those names are settled. */
const phasesOfPlugins: readonly Phase[] = ['prepare', 'differential', 'isolate', 'collect', 'simplify']

function requirePhases({ name, phases }: Identity): void {
  const stranger = phases.find(phase => !phasesOfPlugins.includes(phase))
  if (stranger === undefined) return
  const known = phasesOfPlugins.join(', ')
  fail('plugin', `Expected a phase of "${name}" in which it rewrites, received "${stranger}".`, {
    suggestion: `Use one of ${known}${stranger === 'layout' ? ', or defineLayout' : ''}.`,
  })
}

function kindOf(value: unknown): string {
  if (value === null) return 'null'
  if (value === undefined) return 'nothing'
  return typeof value === 'object' ? 'an object that is none of them' : `a ${typeof value}`
}

function show(value: unknown): string {
  if (value === undefined) return 'nothing'
  const text = JSON.stringify(value) ?? typeof value
  return text.length > 40 ? `${text.slice(0, 37)}...` : text
}
