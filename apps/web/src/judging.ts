import { requireProblem } from '@matrix-derive/core'
import type { CheckSuccess, DerivationRequest } from '@matrix-derive/request'
import { type ComparingOptions, compare } from '@matrix-derive/request/check'

/** What is known of somebody's answer. */
export interface Judgement {
  /** The verdict of the check, or `wrong` for what cannot be read; absent as long as it is being checked. */
  readonly verdict?: CheckSuccess['verdict']
  readonly detail: string
}

/** How a claim is related to the derivative by the first variable. Of work that was cancelled it means nothing. */
export async function judgementOf(
  claim: string,
  { wrt, ...asked }: DerivationRequest,
  options: ComparingOptions,
): Promise<Judgement> {
  try {
    return await compare({ ...asked, wrt: [wrt].flat()[0], claim }, options)
  } catch (thrown) {
    const problem = requireProblem(thrown)
    return { verdict: 'wrong', detail: [problem.message, problem.suggestion].filter(Boolean).join(' ') }
  }
}

/** What stands before a verdict, so that right and wrong are not told apart by colour alone. */
export function judgementMark({ verdict }: Judgement): string {
  return verdict === undefined ? '' : verdict === 'equal' ? '✓ ' : '✗ '
}
