import type { DerivationProof } from '@matrix-derive/verify'
import type { ProofDepth } from './request.ts'
import type { Solution, SolvingOptions } from './solution.ts'

/**
 * Proves as much of a solution as asked. The prover is read only then.
 * @throws `plugin` for a step that is false, with a counterexample; `cancelled`
 */
export async function proofOf(
  { program, derivation }: Solution,
  depth: ProofDepth,
  { signal }: Pick<SolvingOptions, 'signal'> = {},
): Promise<DerivationProof | undefined> {
  if (depth === 'none') return undefined
  const { proveDerivation } = await import('@matrix-derive/verify/derivation')
  return proveDerivation(derivation, { store: program.scope.store, steps: depth === 'steps', signal })
}
