import { type DerivationRequest, derivationFields, type Field, isRecord, isText, readFields } from '../request.ts'

/** A question about somebody's answer. */
export interface CheckRequest
  extends Pick<DerivationRequest, 'id' | 'expression' | 'variables' | 'layout' | 'order' | 'structure'> {
  /** The one variable that the claim is the derivative by. */
  readonly wrt: string
  /** What is claimed to be the derivative: an expression of the program's names. */
  readonly claim: string
  /** What is supposed to hold, say `A symmetric` or `m = n`; one, several, or by name: `{ "A": "symmetric" }`. */
  readonly conditions?: string | readonly string[] | Readonly<Record<string, string>>
}

const isTextRecord = (value: unknown) => isRecord(value) && Object.values(value).every(isText)

const { id, expression, variables, layout, order, structure } = derivationFields

/** Exactly the keys of a question about an answer. */
export const checkFields: Readonly<Record<keyof CheckRequest, Field>> = {
  id,
  expression,
  variables,
  wrt: { accepts: isText, expected: 'one name', required: true },
  claim: { accepts: isText, expected: 'an expression as a string', required: true },
  layout,
  order,
  structure,
  conditions: {
    accepts: value => isText(value) || (Array.isArray(value) && value.every(isText)) || isTextRecord(value),
    expected: 'conditions, such as ["A symmetric"]',
  },
}

/** @throws `value`, naming the key at fault */
export function readCheckRequest(data: unknown): CheckRequest {
  return readFields<CheckRequest>(data, checkFields)
}
