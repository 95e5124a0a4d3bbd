import type { CheckSuccess } from './check-answer.ts'
import type { CheckRequest } from './check-request.ts'
import { type ComparingOptions, compare } from './compare.ts'
import { withConditions } from './stated-conditions.ts'

export { readCheckRequest } from './check-request.ts'
export { type Claimed, type ComparingOptions, compare } from './compare.ts'
export { inClaim } from './read-claim.ts'
export { checkWorking, readWorkingRequest } from './working/working.ts'

/**
 * Says how a claim is related to the derivative, under the conditions that are stated with it.
 * @throws every error that the program can have, and those of the claim other than of its shapes
 */
export async function check(request: CheckRequest, options: ComparingOptions): Promise<CheckSuccess> {
  // Sizes that are said to be equal are called alike; the claim is reported as it was made.
  return { ...(await compare(withConditions(request, options.registry), options)), claim: request.claim }
}
