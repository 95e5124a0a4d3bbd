import {
  type DerivationRequest as Asked,
  advance,
  beginDraft,
  type Derivation,
  DerivationError,
  type Draft,
  draftedDerivation,
  isComplete,
  type Problem,
  problemOf,
  type Registry,
} from '@matrix-derive/core'
import {
  type DerivationRequest,
  type Move,
  makeMove,
  type SolvingOptions,
  solve,
  successOf,
} from '@matrix-derive/request'
import { recordOf } from './make.ts'
import type { DerivationRecord, RecordedStep } from './record.ts'

/** A name with the version that was recorded and the one that is used now; undefined where it was not used. */
export interface VersionChange {
  readonly name: string
  readonly recorded?: string
  readonly now?: string
}

/** The first line at which a derivation goes another way. */
export interface Difference {
  /** Its number, from 1. */
  readonly step: number
  readonly recorded?: RecordedStep
  readonly now?: RecordedStep
}

/** The first thing that was done by hand and cannot be done any more. */
export interface Stop {
  /** Its number, from 1. */
  readonly move: number
  readonly recorded: Move
  readonly problem: Problem
}

/**
 * What became of a derivation: every line and every version as recorded; the same derivatives, by other versions or on
 * another way; or other derivatives.
 */
export interface Replay {
  readonly outcome: 'same' | 'same result' | 'different'
  readonly versions: readonly VersionChange[]
  readonly difference?: Difference
  /** Where a derivation by hand could not be followed further; the strategy went on from there. */
  readonly stopped?: Stop
  readonly now: DerivationRecord
  /** Plugins that were left out. */
  readonly warnings: readonly Problem[]
}

/**
 * Derives what was recorded once more, with the recorded versions as far as they are installed, and compares. What was
 * done by hand is done again, move by move.
 * @throws what deriving throws, with the recorded packages that are missing
 */
export async function replay(record: DerivationRecord, options: SolvingOptions): Promise<Replay> {
  const registry = options.registry.preferring(record.identities)
  const following = record.moves && follow(record.moves)
  const now = await derivedAgain(record, { ...options, registry, ...(following && { deriving: following.derive }) })
  const stopped = following?.stopped()
  const versions = versionChanges(record.identities, now.record.identities)
  const difference = firstDifference(record.steps, now.record.steps)
  const found = {
    versions,
    now: now.record,
    warnings: now.warnings,
    ...(difference && { difference }),
    ...(stopped && { stopped }),
  }
  if (!sameResult(record, now.record)) return { outcome: 'different', ...found }
  const isSame = versions.length === 0 && difference === undefined && stopped === undefined
  return { outcome: isSame ? 'same' : 'same result', ...found }
}

/** Derives by moves. It may be asked several times, say without a plugin that is to blame; the last time counts. */
function follow(moves: readonly Move[]): { derive(asked: Asked): Derivation; stopped(): Stop | undefined } {
  let stop: Stop | undefined
  return {
    stopped: () => stop,
    derive(asked) {
      stop = undefined
      let draft = beginDraft(asked)
      for (const [made, recorded] of moves.entries()) {
        const next = attempted(draft, recorded)
        if ('code' in next) {
          stop = { move: made + 1, recorded, problem: next }
          break
        }
        draft = next
      }
      return draftedDerivation(isComplete(draft) ? draft : advance(draft))
    },
  }
}

/** The draft after a move, or why the move does not apply. @throws what the strategy throws */
function attempted(draft: Draft, move: Move): Draft | Problem {
  try {
    return makeMove(draft, move)
  } catch (thrown) {
    const problem = problemOf(thrown)
    if (problem?.code !== 'value') throw thrown
    return problem
  }
}

async function derivedAgain(
  { request, identities }: DerivationRecord,
  options: SolvingOptions,
): Promise<{ readonly record: DerivationRecord; readonly warnings: readonly Problem[] }> {
  try {
    const asked = request as DerivationRequest
    const { solution, proof } = await solve(asked, 'steps', options)
    const success = successOf(solution, { steps: true, ...(proof && { proof }) })
    return { record: await recordOf(asked, solution, success), warnings: solution.dismissed }
  } catch (thrown) {
    const problem = problemOf(thrown)
    const missing = missingFrom(options.registry, identities)
    if (problem === undefined || missing.length === 0) throw thrown
    const suggestion = `It was derived with ${missing.join(', ')}, of which nothing is installed: add the plugin to the project.`
    throw new DerivationError({ ...problem, suggestion })
  }
}

function missingFrom(registry: Registry, identities: Readonly<Record<string, string>>): string[] {
  return Object.entries(identities)
    .filter(([name]) => registry.versions(name).length === 0)
    .map(([name, version]) => `${name} ${version}`)
}

function versionChanges(
  recorded: Readonly<Record<string, string>>,
  now: Readonly<Record<string, string>>,
): VersionChange[] {
  const names = [...new Set([...Object.keys(recorded), ...Object.keys(now)])]
  return names
    .filter(name => recorded[name] !== now[name])
    .map(name => ({
      name,
      ...(Object.hasOwn(recorded, name) && { recorded: recorded[name] }),
      ...(Object.hasOwn(now, name) && { now: now[name] }),
    }))
}

const sameStep = (a: RecordedStep | undefined, b: RecordedStep | undefined) =>
  a?.left === b?.left && a?.line === b?.line && a?.identity === b?.identity

function firstDifference(recorded: readonly RecordedStep[], now: readonly RecordedStep[]): Difference | undefined {
  const length = Math.max(recorded.length, now.length)
  for (let i = 0; i < length; i++) {
    if (sameStep(recorded[i], now[i])) continue
    return { step: i + 1, ...(recorded[i] && { recorded: recorded[i] }), ...(now[i] && { now: now[i] }) }
  }
  return undefined
}

/** The same formulas of the same shapes, under the same assumptions. */
function sameResult(a: DerivationRecord, b: DerivationRecord): boolean {
  const result = ({ derivatives, assumptions }: DerivationRecord) =>
    JSON.stringify([derivatives.map(({ wrt, shape, text }) => [wrt, shape, text]), assumptions])
  return result(a) === result(b)
}
