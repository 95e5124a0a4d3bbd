import type { DerivationProof, DerivationProofOptions } from '@matrix-derive/verify'
import type { ProofDepth } from './request.ts'
import type { Solution } from './solution.ts'

/** How long a proof may take, whom it gives way to, whom it tells what it finds, and who may end it. */
export type ProofOptions = Pick<DerivationProofOptions, 'time' | 'signal' | 'pause' | 'report'>

/**
 * Proves as much of a solution as asked. The prover is read only then.
 * @throws `plugin` for a step that is false, with a counterexample; `cancelled`
 */
export async function proofOf(
  { program, derivation }: Solution,
  depth: ProofDepth,
  { time, signal, pause, report }: ProofOptions = {},
): Promise<DerivationProof | undefined> {
  if (depth === 'none') return undefined
  const { proveDerivation } = await import('@matrix-derive/verify/derivation')
  return proveDerivation(derivation, {
    store: program.scope.store,
    steps: depth === 'steps',
    signal,
    ...(time !== undefined && { time }),
    ...(pause && { pause }),
    ...(report && { report }),
  })
}
