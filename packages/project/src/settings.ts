import { type OutputUnit, type Schema, Validator } from '@cfworker/json-schema'
import { fail, type StructureMode } from '@matrix-derive/core'
import { schema } from './schema.ts'

/** Settings as the schema lets them through. */
export interface Settings {
  readonly layout?: string
  readonly structure?: StructureMode
  readonly collect?: boolean
  readonly variables?: Readonly<Record<string, string>>
  readonly plugins?: readonly string[]
  /** Pins: the versions of identities, operators and layouts that are allowed, by name. */
  readonly identities?: Readonly<Record<string, string>>
}

/**
 * Reads settings, checked against the schema. The validator walks the schema instead of compiling it to code: nothing is
 * evaluated, and one small file needs no compiled validator.
 * @throws `config`, with the path of the first key at fault
 */
export function readSettings(settings: unknown, file: string): Settings {
  const { valid, errors } = new Validator(schema as unknown as Schema, '2020-12', true).validate(settings)
  if (valid) return settings as Settings
  // The outermost error only says that something below is wrong; the one with the longest path says what.
  const deepest = errors.reduce((a, b) => (depth(b) >= depth(a) ? b : a))
  const path = pathOf(deepest)
  const place = path.length === 0 ? file : `${file}: ${path.join('.')}`
  if (path.length > 0 && !isKnown(path)) {
    const suggestion = `It may have ${Object.keys(schema.properties).join(', ')}.`
    fail('config', `${place}: Expected no such key.`, { suggestion })
  }
  return fail('config', `${place}: Expected ${expectation(path)}, received ${show(valueAt(settings, path))}.`)
}

const depth = ({ instanceLocation }: OutputUnit): number => instanceLocation.split('/').length

function pathOf({ instanceLocation }: OutputUnit): string[] {
  const decode = (key: string) => decodeURIComponent(key).replaceAll('~1', '/').replaceAll('~0', '~')
  return instanceLocation.split('/').slice(1).map(decode)
}

const isKnown = ([key]: readonly string[]): boolean => Object.hasOwn(schema.properties, key)

/** What the schema says that should stand there. */
function expectation(path: readonly string[]): string {
  let at: SchemaNode = schema
  for (const key of path) {
    const { properties, items, additionalProperties } = at
    const below: SchemaNode | undefined = properties?.[key] ?? items ?? (additionalProperties || undefined)
    if (below === undefined) break
    at = below
  }
  return at.description
}

interface SchemaNode {
  readonly description: string
  readonly properties?: Readonly<Record<string, SchemaNode>>
  readonly items?: SchemaNode
  readonly additionalProperties?: SchemaNode | false
}

function valueAt(settings: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>((value, key) => (value as Record<string, unknown> | undefined)?.[key], settings)
}

function show(value: unknown): string {
  const text = JSON.stringify(value) ?? 'nothing'
  return text.length > 40 ? `${text.slice(0, 37)}...` : text
}
