import { defaultLimits, type Limits, type Registry, requireProblem } from '@matrix-derive/core'
import type { Failure } from '@matrix-derive/request'
import { standardRegistry } from '@matrix-derive/standard'

/** What every question may bring along. */
export interface Using {
  /** What there is to derive with: of {@link registry}; everything standard where absent. */
  readonly registry?: Registry
  /** How long a program may be, how deep, and how long it may take, where the usual limits do not do. */
  readonly limits?: Partial<Limits>
  /** Ends the work early, with the code `cancelled`. */
  readonly signal?: AbortSignal
}

/** The question without what it brings along, and that with its defaults. */
export function partsOf<T extends Using>({ registry = standardRegistry(), limits, signal, ...question }: T) {
  return { question, using: { registry, limits: { ...defaultLimits, ...limits }, ...(signal && { signal }) } }
}

/** What was thrown, as an answer; a defect of this project stays an exception. */
export function refusal(thrown: unknown): Failure {
  const error = requireProblem(thrown)
  return { ok: false, error }
}
