import {
  answer,
  type WorkingSuccess as CheckedWorking,
  type Failure,
  type WorkingRequest,
} from '@matrix-derive/request'
import { partsOf, type Using } from './using.ts'

/** The lines, what the derivative is by, and what they suppose. */
export interface CheckWorkingOptions extends Omit<WorkingRequest, 'id' | 'expression'>, Using {}

export type { CheckedWorking }

/**
 * Says which line of somebody's derivation is wrong.
 *
 * A line about a differential is right if it has the value of that differential for all values of all names and all d(.) of
 * the variable, which is found by computation, as for `check`; a derivative that is read off is a claim. A wrong line that
 * follows from a wrong one before it is told apart from a new mistake.
 *
 * @param program what is derived
 * @param options `wrt` and `working` are required; `working` has an equation a line, `df = ...`, and dx says d(x)
 * @returns `ok: true` with `lines`, each with its `verdict`, and `firstWrong`; `ok: false` with `error` where the program
 * cannot be read
 */
export async function checkWorking(program: string, options: CheckWorkingOptions): Promise<CheckedWorking | Failure> {
  const { question, using } = partsOf(options)
  return (await answer({ ...question, expression: program }, using)) as CheckedWorking | Failure
}
