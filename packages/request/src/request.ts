import { fail, type StructureMode } from '@matrix-derive/core'

/** A question as plain data: a line of a batch, a click on a page. */
export interface DerivationRequest {
  /** Handed back with the answer. */
  readonly id?: string | number
  /** A program of the input language. */
  readonly expression: string
  /** Declarations by name, say `{ "A": "matrix(m,n)" }`; what is missing is inferred. */
  readonly variables?: Readonly<Record<string, string>>
  /** What to derive by: one name or several. */
  readonly wrt: string | readonly string[]
  /** A layout or one of its aliases; `numerator` where absent. */
  readonly layout?: string
  /** How often it is derived; 1 where absent. */
  readonly order?: number
  /** What becomes of the structure that variables are declared with; `ignore` where absent. */
  readonly structure?: StructureMode
  /** Whether sums over samples are written with the matrices of all samples: `X*r` for `sum(i in 1..N, r[i]*x[i])`. */
  readonly collect?: boolean
  /** One number, list of numbers or list of rows for each name, where numbers are asked for. */
  readonly values?: Readonly<Record<string, unknown>>
  /** Whether the answer lists the steps. */
  readonly steps?: boolean
  /** How much of the answer is proved by computation; `steps`, which is all of it, where absent. */
  readonly proof?: ProofDepth
}

/** Nothing, the result, or the result and every step. */
export type ProofDepth = 'none' | 'result' | 'steps'

export const structureModes: readonly StructureMode[] = ['ignore', 'projected', 'independent']

export const proofDepths: readonly ProofDepth[] = ['none', 'result', 'steps']

/** What a key of a request may be. */
export interface Field {
  readonly accepts: (value: unknown) => boolean
  readonly expected: string
  readonly required?: true
}

export const isText = (value: unknown): value is string => typeof value === 'string'
export const isTextList = (value: unknown) => Array.isArray(value) && value.length > 0 && value.every(isText)
export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const orderField: Field = {
  accepts: value => Number.isInteger(value) && Number(value) > 0,
  expected: 'a whole number from 1',
}
const structureField: Field = {
  accepts: value => structureModes.some(mode => mode === value),
  expected: '"ignore", "projected" or "independent"',
}

const switchField: Field = { accepts: value => typeof value === 'boolean', expected: 'true or false' }

export const derivationFields: Readonly<Record<keyof DerivationRequest, Field>> = {
  id: { accepts: value => isText(value) || typeof value === 'number', expected: 'a string or a number' },
  expression: { accepts: isText, expected: 'a program as a string', required: true },
  variables: {
    accepts: value => isRecord(value) && Object.values(value).every(isText),
    expected: 'declarations by name, such as { "A": "matrix(m,n)" }',
  },
  wrt: { accepts: value => isText(value) || isTextList(value), expected: 'a name or a list of names', required: true },
  layout: { accepts: isText, expected: 'the name of a layout' },
  order: orderField,
  structure: structureField,
  collect: switchField,
  values: { accepts: isRecord, expected: 'numbers by name, such as { "x": [[1], [2]] }' },
  steps: switchField,
  proof: { accepts: value => proofDepths.some(depth => depth === value), expected: '"none", "result" or "steps"' },
}

/** Reads a request from data that may be anything. @throws `value`, naming the key at fault */
export function readRequest(data: unknown): DerivationRequest {
  return readFields<DerivationRequest>(data, derivationFields)
}

/** Reads an object with these keys and no others. @throws `value`, naming the key at fault */
export function readFields<T>(data: unknown, fields: Readonly<Record<keyof T & string, Field>>): T {
  if (!isRecord(data)) fail('value', `Expected a request as a JSON object, received ${show(data)}.`)
  for (const [key, field] of Object.entries<Field>(fields)) requireField(key, data[key], field)
  const unknown = Object.keys(data).find(key => !Object.hasOwn(fields, key))
  if (unknown !== undefined) {
    const suggestion = `A request may have ${Object.keys(fields).join(', ')}.`
    fail('value', `Expected no key "${unknown}" in a request.`, { suggestion })
  }
  return data as T
}

/** @throws `value` for what a key may not be */
function requireField(key: string, value: unknown, { accepts, expected, required }: Field): void {
  if (value === undefined && !required) return
  if (!accepts(value)) fail('value', `Expected "${key}" to be ${expected}, received ${show(value)}.`)
}

/** Refuses what would otherwise keep somebody waiting for nothing. @throws `value` */
export function requireAnswerable({ order, structure }: Pick<DerivationRequest, 'order' | 'structure'>): void {
  requireField('order', order, orderField)
  requireField('structure', structure, structureField)
}

/** The id of a request, also of one that is wrong otherwise. */
export function idOf(data: unknown): { id?: string | number } {
  return isRecord(data) && derivationFields.id.accepts(data.id) ? { id: data.id as string | number } : {}
}

function show(value: unknown): string {
  if (value === undefined) return 'nothing'
  // JSON has no word for some numbers.
  const text = typeof value === 'number' ? String(value) : JSON.stringify(value)
  return text.length > 40 ? `${text.slice(0, 37)}...` : text
}
