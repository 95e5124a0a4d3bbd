import type { OutputUnit, Schema } from '@cfworker/json-schema'
import { fail } from '@matrix-derive/core'
import { checksumOf } from './checksum.ts'
import { type OldVersion, oldVersions } from './migrations.ts'
import { currentVersion, type DerivationRecord, format } from './record.ts'
import { schema } from './schema.ts'

/** What is read: the versions that there were, and what is current. */
export interface Versions {
  readonly current: number
  readonly schema: object
  readonly old: Readonly<Record<number, OldVersion>>
}

const known: Versions = { current: currentVersion, schema, old: oldVersions }

/**
 * Reads the text of a derivation file, of this or an older version of the schema. Nothing in it is trusted: it must be
 * whole, have the form of its version, and be as it was saved.
 * @throws `value`, saying what is wrong with it
 */
export async function readRecord(text: string, versions: Versions = known): Promise<DerivationRecord> {
  const data = parsed(text)
  const version = versionOf(data, versions)
  await requireForm(data, version === versions.current ? versions.schema : versions.old[version].schema)
  const checksum = await checksumOf(data)
  if (data.checksum !== checksum) {
    fail(
      'value',
      'Expected a derivation file as it was saved, received one that was changed since: its checksum differs.',
      {
        suggestion: 'Go back to the file that was saved, or derive anew and save that.',
      },
    )
  }
  let current = data
  for (let at = version; at < versions.current; at++) current = versions.old[at].migrate(current)
  return current as unknown as DerivationRecord
}

type Data = Readonly<Record<string, unknown>>

function parsed(text: string): Data {
  let data: unknown
  try {
    data = JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch {
    const end = /^\s*\{/.test(text) && !/\}\s*$/.test(text)
    return fail(
      'value',
      `Expected a derivation file, received ${end ? 'one that ends in the middle' : 'text that is no JSON'}.`,
    )
  }
  if (typeof data !== 'object' || data === null || Array.isArray(data) || (data as Data).format !== format) {
    fail('value', `Expected a derivation file, which begins with "format": "${format}", received other JSON.`)
  }
  return data as Data
}

function versionOf({ version }: Data, { current, old }: Versions): number {
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1) {
    return fail('value', `Expected a derivation file of version 1 to ${current}, received ${show(version)}.`)
  }
  if (version > current) {
    fail('value', `Expected a derivation file of version ${current} or older, received version ${version}.`, {
      suggestion: 'Use the matrix-derive that saved it, or a newer one.',
    })
  }
  if (version < current && old[version] === undefined) throw new Error(`Nothing leads on from version ${version}.`)
  return version
}

/** @throws `value`, with the path of what is at fault */
async function requireForm(data: Data, form: object): Promise<void> {
  const { Validator } = await import('@cfworker/json-schema')
  const { valid, errors } = new Validator(form as Schema, '2020-12', true).validate(data)
  if (valid) return
  // The outermost error only says that something below is wrong; the one with the longest path says what.
  const depth = ({ instanceLocation }: OutputUnit) => instanceLocation.split('/').length
  const deepest = errors.reduce((a, b) => (depth(b) >= depth(a) ? b : a))
  const path = deepest.instanceLocation.split('/').slice(1).join('.')
  const place = path === '' ? '' : ` at ${path}`
  fail(
    'value',
    `Expected a derivation file, received one that is damaged${place}: ${deepest.error.replace(/\.$/, '')}.`,
  )
}

function show(value: unknown): string {
  const text = JSON.stringify(value) ?? 'none'
  return text.length > 40 ? `${text.slice(0, 37)}...` : text
}
