import type { Problem } from '@matrix-derive/core'
import type { Host } from './host.ts'

/**
 * The one place that decides what becomes of an error that nobody meant to throw: in front of a user it is a message
 * that asks for a report. With MATRIX_DERIVE_DEBUG set it is thrown on, stack and all.
 */
export function defectProblem(thrown: unknown, { env }: Pick<Host, 'env'>): Problem {
  if (env.MATRIX_DERIVE_DEBUG) throw thrown
  const what = thrown instanceof Error ? `${thrown.name}: ${thrown.message}` : String(thrown)
  return {
    code: 'unsupported',
    message: `This input meets a defect of matrix-derive (${what.split('\n')[0]}).`,
    suggestion: 'Please report it with the input that you gave.',
  }
}
