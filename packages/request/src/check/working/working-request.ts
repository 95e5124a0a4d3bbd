import { type Field, isText, readFields } from '../../request.ts'
import { type CheckRequest, checkFields } from '../check-request.ts'

/** A question about the lines of somebody's derivation. */
export interface WorkingRequest extends Omit<CheckRequest, 'claim' | 'order' | 'structure'> {
  /** The equations, one a line: `df = ...` and the lines after it, and the derivative that is read off. */
  readonly working: string
}

const { claim: _, order: __, structure: ___, ...shared } = checkFields

/** Exactly the keys of a question about a derivation. */
export const workingFields: Readonly<Record<keyof WorkingRequest, Field>> = {
  ...shared,
  working: { accepts: isText, expected: 'equations as a string, one a line', required: true },
}

/** @throws `value`, naming the key at fault */
export function readWorkingRequest(data: unknown): WorkingRequest {
  return readFields<WorkingRequest>(data, workingFields)
}
