import { type Expression, holdsDifferential, isZeroExpression } from '@matrix-derive/core'
import type { LineOfWorking } from './line-of-working.ts'

/** What a line is about: f itself, the differential of f or of an intermediate, the derivative, or a name of its own. */
export type Subject =
  | { readonly kind: 'function' }
  | { readonly kind: 'derivative' }
  | { readonly kind: 'definition' }
  /** `of` an intermediate, otherwise of f; as it is, stacked or transposed. */
  | { readonly kind: 'differential'; readonly of?: string; readonly form: 'plain' | 'vec' | 'transposed' }

/** What is known when a line is looked at. */
export interface Reading {
  /** What f is called. */
  readonly functionName: string
  /** The line before, if it was an equation. */
  readonly previous: Subject | undefined
  readonly isLast: boolean
  readonly isIntermediate: (name: string) => boolean
}

const name = '[\\p{L}_][\\p{L}\\p{N}_]*'
/** df, d(f), d f; stacked by vec( ), or transposed. */
const differential = new RegExp(`^(vec\\s*)?\\(?d\\s*\\(?\\s*(${name})\\s*\\)*('?)$`, 'u')
/** f(x), J(w); D(f) is a derivative. */
const call = /^(?![Dd]\s*\()\p{L}\p{N}*\s*\(.*\)$/u
const plain = new RegExp(`^${name}$`, 'u')

/** What a line is about, by its left side, and where that leaves it open by what stands on the right. */
export function subjectOf({ left }: LineOfWorking, right: Expression, reading: Reading): Subject {
  const { functionName, previous, isLast, isIntermediate } = reading
  const holds = holdsDifferential(right)
  if (left === '') {
    const goesOn = previous?.kind !== 'differential' || holds || isZeroExpression(right)
    if (previous !== undefined && previous.kind !== 'definition' && goesOn) return previous
  }
  const [, stacked, stem, transposed] = differential.exec(left) ?? []
  const form = stacked !== undefined ? 'vec' : transposed === "'" ? 'transposed' : 'plain'
  if (stem !== undefined && isIntermediate(stem)) return { kind: 'differential', of: stem, form }
  if (stem !== undefined && (holds || stem === functionName)) return { kind: 'differential', form }
  if (left === functionName || (call.test(left) && !holds)) return { kind: 'function' }
  if (plain.test(left) && !holds && !isLast) return { kind: 'definition' }
  return holds ? { kind: 'differential', form: 'plain' } : { kind: 'derivative' }
}
