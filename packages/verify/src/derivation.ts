import { type Derivation, DerivationError, fail, type Problem, problemOf, type Store } from '@matrix-derive/core'
import { counterexampleText } from './counterexample-text.ts'
import { createExactProver, type ExactProver } from './exact.ts'
import { movingNames } from './moving.ts'
import { type Obligation, obligationsOf } from './obligations.ts'
import { type Proof, usualBound } from './proof.ts'
import { ask, askAbout, type Supposition } from './question.ts'
import { atOnce, inTurns, type Slices } from './slices.ts'

export interface DerivationProofOptions {
  /** Where the derivation lives. */
  readonly store: Store
  /** Whether every line is checked, or only the answers. */
  readonly steps: boolean
  /** Milliseconds after which the rest is left unchecked. */
  readonly time?: number
  readonly signal?: AbortSignal | undefined
  /** What the probability of any error in the whole derivation is to stay under. */
  readonly bound?: number
  readonly seed?: number
  /** Called every few milliseconds or so, so that whoever shares the thread has a turn. Its time does not count. */
  readonly pause?: () => Promise<unknown>
  /** Told what became of each part as soon as it is known. */
  readonly report?: (part: Obligation['part'], checked: Checked) => void
}

/** What became of one part of a derivation. */
export interface Checked {
  readonly verdict: 'proved' | 'agrees' | 'unchecked'
  /** The probability, at most, that what is called proved is false. */
  readonly errorBound: number
  /** Why something is unchecked. */
  readonly reason?: 'out of time' | 'no value at random points'
}

export interface DerivationProof {
  /** Whether every line was asked about. */
  readonly steps: boolean
  /** What is known of a step, of the start of a block, of an answer; undefined for what was not asked about. */
  of(part: Obligation['part']): Checked | undefined
  /** How many answers and lines have each verdict. */
  readonly counts: Readonly<Record<Checked['verdict'], number>>
  /** Why anything is unchecked. */
  readonly reasons: readonly NonNullable<Checked['reason']>[]
  /** The probability, at most, that anything called proved is false. */
  readonly errorBound: number
}

/** A network of some hundred layers is checked in this time; a formula from a paper takes a hundredth of it. */
const usualTime = 1_500

/**
 * Proves a derivation by computation: that every answer reproduces the differential of f, found with dual numbers, and that
 * every step keeps the value of its line. Not one differential rule is used, so none can vouch for itself.
 * @throws `plugin` for a step that is false, naming its identity, with a counterexample; `cancelled`
 */
export async function proveDerivation(
  derivation: Derivation,
  options: DerivationProofOptions,
): Promise<DerivationProof> {
  const { store, time = usualTime, signal, bound = usualBound, seed = 1, pause, report } = options
  const { answers, lines } = obligationsOf(derivation, store)
  const clock = createClock(signal, pause)
  clock.allow(time)
  const all = [...answers, ...lines]
  // Each part gets its share of the error that the whole may have.
  const prove = createProver(derivation, all, { bound: bound / all.length, seed, clock })
  const checked = new Map<Obligation['part'], Checked>()
  const note = ({ part }: Obligation, proof: Checked) => {
    const before = checked.get(part)
    const whole = before === undefined ? proof : both(before, proof)
    checked.set(part, whole)
    report?.(part, whole)
  }
  let isWrong = false
  for (const obligation of answers) {
    const proof = await prove(obligation)
    if (proof.verdict === 'failed') isWrong = true
    else note(obligation, proof as Checked)
  }
  // A wrong answer comes from a wrong line, and that line is the one to show, however long it takes to find.
  if (isWrong) clock.allow(Number.POSITIVE_INFINITY)
  for (const obligation of options.steps || isWrong ? lines : []) {
    const proof = await prove(obligation)
    if (proof.verdict === 'failed') failAt(obligation, proof)
    note(obligation, proof as Checked)
  }
  if (isWrong) for (const obligation of answers) await failIfWrong(obligation, prove)
  return summaryOf(options.steps, checked)
}

/** What became of one part, or what is wrong with it. */
export type PartProof =
  | { readonly part: Obligation['part']; readonly checked: Checked }
  | { readonly part: Obligation['part']; readonly problem: Problem }

export interface PartProofOptions extends Pick<DerivationProofOptions, 'store' | 'signal' | 'seed' | 'pause'> {
  /** Parts that nobody asks about: they are known. */
  readonly known?: (part: Obligation['part']) => boolean
  /** Milliseconds for one part. */
  readonly time?: number
}

/** So many parts a long derivation may have; the error of all of them together stays under the usual bound. */
const mostParts = 1_000

/**
 * Proves the parts of a derivation, which may be in the making, one at a time: for whoever has other things to do in
 * between. Lines come first, in their order, then the answers.
 * @throws `cancelled`
 */
export async function* proveParts(
  derivation: Derivation,
  { store, signal, seed = 1, known = () => false, time = usualTime, pause }: PartProofOptions,
): AsyncGenerator<PartProof, void> {
  const { answers, lines } = obligationsOf(derivation, store)
  const open = [...lines, ...answers].filter(({ part }) => !known(part))
  const clock = createClock(signal, pause)
  const prove = createProver(derivation, open, { bound: usualBound / mostParts, seed, clock })
  for (const [part, obligations] of byPart(open)) {
    clock.allow(time)
    let found: PartProof | undefined
    for (const obligation of obligations) {
      const proof = await prove(obligation)
      if (proof.verdict === 'failed') found = { part, problem: failureAt(obligation, proof) }
      if (found !== undefined && 'problem' in found) break
      found = { part, checked: found === undefined ? (proof as Checked) : both(found.checked, proof as Checked) }
    }
    yield found!
  }
}

/** The obligations of each part, in the order of the parts. */
function byPart(obligations: readonly Obligation[]): Map<Obligation['part'], Obligation[]> {
  const parts = new Map<Obligation['part'], Obligation[]>()
  for (const obligation of obligations) {
    const known = parts.get(obligation.part)
    if (known === undefined) parts.set(obligation.part, [obligation])
    else known.push(obligation)
  }
  return parts
}

const fromBest: readonly Checked['verdict'][] = ['proved', 'agrees', 'unchecked']

/** What is known of a part of which two things must hold. */
function both(a: Checked, b: Checked): Checked {
  const worse = fromBest.indexOf(a.verdict) >= fromBest.indexOf(b.verdict) ? a : b
  return { ...worse, errorBound: Math.min(1, a.errorBound + b.errorBound) }
}

type Prove = (obligation: Obligation) => Promise<Proof | Checked>

/** How much time there is left for a proof. */
interface Clock {
  /** From now on so many milliseconds. */
  allow(time: number): void
  /** @throws `cancelled`; `limit-exceeded` when the time is up */
  watch(): void
  run<T>(slices: Slices<T>): T | Promise<T>
}

/** Pauses between slices do not count. */
function createClock(signal: AbortSignal | undefined, pause: (() => Promise<unknown>) | undefined): Clock {
  let deadline = 0
  const paused = async () => {
    const start = performance.now()
    await pause?.()
    deadline += performance.now() - start
  }
  return {
    allow(time) {
      deadline = performance.now() + time
    },
    watch() {
      if (signal?.aborted) fail('cancelled', 'The work was cancelled.')
      if (performance.now() > deadline) fail('limit-exceeded', 'Expected a proof in less time.')
    },
    run: slices => (pause === undefined ? atOnce(slices) : inTurns(slices, paused)),
  }
}

/** Obligations with the same moving variables share their points; numeric evaluation is read when it is needed. */
function createProver(
  derivation: Derivation,
  obligations: readonly Obligation[],
  { bound, seed, clock: { watch, run } }: { bound: number; seed: number; clock: Clock },
): Prove {
  const exact = new Map<string, ExactProver>()
  const supposing: Supposition = { conditions: derivation.conditions }
  const moves =
    (moving: Obligation['moving'] = derivation.variables) =>
    (name: string) =>
      moving.some(variable => movingNames(variable).includes(name))
  const keyOf = ({ moving = [], alongStructure }: Obligation) =>
    `${alongStructure ?? false} ${moving.map(({ id }) => id).join()}`
  const proverFor = (obligation: Obligation) => {
    const key = keyOf(obligation)
    let prover = exact.get(key)
    if (prover === undefined) {
      const same = obligations.filter(other => keyOf(other) === key)
      const roots = same.flatMap(({ left, right }) => [left, right])
      prover = createExactProver(askAbout(roots, moves(obligation.moving), supposing), { bound, seed, watch })
      exact.set(key, prover)
    }
    return prover
  }
  return async obligation => {
    const { left, right, moving } = obligation
    try {
      watch()
      const proof = await run(proverFor(obligation).prove(left, right))
      if (proof?.verdict === 'proved') return proof
      const { proveNumerically } = await import('./prove-numerically.ts')
      // What is not rational, as a Cholesky factor, may have values for variables of their structure alone.
      const declared = { ...supposing, declared: derivation.variables }
      return await run(proveNumerically(ask(left, right, moves(moving), declared), seed, proof))
    } catch (thrown) {
      switch (problemOf(thrown)?.code) {
        case 'limit-exceeded':
          return { verdict: 'unchecked', errorBound: 1, reason: 'out of time' }
        case 'unsupported':
          return { verdict: 'unchecked', errorBound: 1, reason: 'no value at random points' }
        default:
          throw thrown
      }
    }
  }
}

async function failIfWrong(obligation: Obligation, prove: Prove): Promise<void> {
  const proof = await prove(obligation)
  if (proof.verdict === 'failed') failAt(obligation, proof)
}

function failAt(obligation: Obligation, proof: Proof | Checked): never {
  throw new DerivationError(failureAt(obligation, proof))
}

function failureAt({ identity }: Obligation, proof: Proof | Checked): Problem {
  const { counterexample } = proof as Proof
  const who = identity === undefined ? 'a derivation' : `a step by ${identity.name}@${identity.version}`
  const what = identity === undefined ? 'whose lines follow from each other' : 'that keeps the value of its line'
  const where = counterexample === undefined ? '' : ` ${counterexampleText(counterexample, ['before', 'after'])}`
  return {
    code: 'plugin',
    message: `Expected ${who} ${what}, received another value.${where}`,
    suggestion: 'Report it to the author of the identity, or leave the identity out.',
    ...(identity?.plugin !== undefined && { plugin: identity.plugin }),
  }
}

/** What is known of a derivation, from what is known of its parts. */
export function summaryOf(steps: boolean, checked: ReadonlyMap<Obligation['part'], Checked>): DerivationProof {
  const counts = { proved: 0, agrees: 0, unchecked: 0 }
  const reasons = new Set<NonNullable<Checked['reason']>>()
  let errorBound = 0
  for (const { verdict, errorBound: error, reason } of checked.values()) {
    counts[verdict]++
    if (verdict === 'proved') errorBound += error
    if (reason !== undefined) reasons.add(reason)
  }
  return { steps, of: part => checked.get(part), counts, reasons: [...reasons], errorBound: roundedUp(errorBound) }
}

/** A probability in two digits, and no smaller for it. */
function roundedUp(probability: number): number {
  if (probability === 0) return 0
  const unit = 10 ** (Math.floor(Math.log10(probability)) - 1)
  return Math.min(1, Number((Math.ceil(probability / unit) * unit).toPrecision(2)))
}
