import { answer, type CheckSuccess as Checked, type CheckRequest, type Failure } from '@matrix-derive/request'
import { partsOf, type Using } from './using.ts'

/** The claim, what it is the derivative by, and what it supposes. */
export interface CheckOptions extends Omit<CheckRequest, 'id' | 'expression'>, Using {}

export type { Checked }

/**
 * Says whether somebody's derivative is right, and if not, how it is related to the derivative.
 *
 * The derivative is derived and proved first. The claim is then compared with it in every layout: exactly, over a prime
 * field, where both are rational, and in floating point otherwise. Schwartz and Zippel bound the chance of an error.
 *
 * @param program what is derived
 * @param options `wrt` and `claim` are required; `claim` is an expression of the program's names
 * @returns `ok: true` with `verdict`: `equal`, `other-layout`, `transposed`, `scaled`, `conditional`, `other-convention`
 * or `wrong`, the last with a counterexample; `ok: false` with `error` where the program or the claim cannot be read
 */
export async function check(program: string, options: CheckOptions): Promise<Checked | Failure> {
  const { question, using } = partsOf(options)
  return (await answer({ ...question, expression: program }, using)) as Checked | Failure
}
