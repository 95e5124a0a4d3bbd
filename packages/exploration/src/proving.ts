import {
  type Answer,
  type Block,
  type Derivation,
  type Problem,
  problemOf,
  type Step,
  type Store,
} from '@matrix-derive/core'
import type { Checked, DerivationProof, PartProofOptions } from '@matrix-derive/verify'

type Part = Step | Block | Answer

/** What is known of one part of a derivation: its verdict, or why it is wrong. */
export type Verdict = Checked | { readonly verdict: 'failed'; readonly problem: Problem }

/** What proofs have found so far, by the parts themselves; parts outlive the drafts that they are in. */
export interface Verdicts {
  of(part: Part): Verdict | undefined
  /** What is known of a whole derivation; undefined as long as a part is not known, or is false. */
  summary(derivation: Derivation): Promise<DerivationProof | undefined>
  /**
   * Proves what is not known yet, a part at a time, for whoever shows something in between; the pause gives others a turn
   * inside of long parts, too. Ends early, without error, when the signal is aborted.
   */
  prove(
    derivation: Derivation,
    store: Store,
    options?: Pick<PartProofOptions, 'signal' | 'pause'>,
  ): AsyncGenerator<Part, void>
}

/** Verdicts, none of them known yet. */
export function createVerdicts(): Verdicts {
  const known = new WeakMap<object, Verdict>()
  /** An answer is made anew with each draft; what it says is in the last line of its block. */
  const byLine = new WeakMap<object, WeakMap<object, Verdict>>()

  const of = (part: Part): Verdict | undefined =>
    'variable' in part ? byLine.get(part.expression)?.get(part.variable) : known.get(part)

  const keep = (part: Part, verdict: Verdict) => {
    if (!('variable' in part)) known.set(part, verdict)
    else {
      const own = byLine.get(part.expression) ?? new WeakMap<object, Verdict>()
      byLine.set(part.expression, own.set(part.variable, verdict))
    }
  }

  return {
    of,
    async summary({ blocks, answers }) {
      const { summaryOf } = await import('@matrix-derive/verify/derivation')
      const checked = new Map<Part, Checked>()
      for (const part of [...answers, ...blocks, ...blocks.flatMap(({ steps }) => steps)]) {
        const verdict = of(part)
        if (verdict === undefined || verdict.verdict === 'failed') return undefined
        checked.set(part, verdict)
      }
      return summaryOf(true, checked)
    },
    async *prove(derivation, store, options = {}) {
      const { proveParts } = await import('@matrix-derive/verify/derivation')
      try {
        for await (const proof of proveParts(derivation, {
          store,
          ...options,
          known: part => of(part) !== undefined,
        })) {
          if (options.signal?.aborted) return
          keep(proof.part, 'problem' in proof ? { verdict: 'failed', problem: proof.problem } : proof.checked)
          yield proof.part
        }
      } catch (thrown) {
        if (!options.signal?.aborted || problemOf(thrown)?.code !== 'cancelled') throw thrown
      }
    },
  }
}
