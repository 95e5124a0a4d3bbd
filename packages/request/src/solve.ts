import type { Problem } from '@matrix-derive/core'
import type { DerivationProof } from '@matrix-derive/verify'
import { culpritOf } from './dismissal.ts'
import { type ProofOptions, proofOf } from './proof.ts'
import type { DerivationRequest, ProofDepth } from './request.ts'
import { type Derived, derivationOf, type SolvingOptions } from './solution.ts'

/** A solution with its proof. */
export interface Proved {
  readonly solution: Derived
  /** Absent where none was asked for. */
  readonly proof?: DerivationProof
}

/**
 * Derives and proves. A step of a plugin that proves false is a fault of the plugin, and the derivation is made without it.
 * @throws what deriving and proving throw
 */
export async function solve(
  request: DerivationRequest,
  depth: ProofDepth,
  options: SolvingOptions & ProofOptions,
): Promise<Proved> {
  const dismissed: Problem[] = []
  for (let { registry } = options; ; ) {
    const found = derivationOf(request, { ...options, registry })
    const solution = { ...found, dismissed: [...dismissed, ...found.dismissed] }
    try {
      const proof = await proofOf(solution, depth, options)
      return { solution, ...(proof && { proof }) }
    } catch (thrown) {
      const culprit = culpritOf(thrown, found.registry)
      if (culprit === undefined) throw thrown
      dismissed.push(...found.dismissed, culprit)
      registry = found.registry.without(culprit.plugin)
    }
  }
}
