import {
  beginDraft,
  createBudget,
  type Derivation,
  type Draft,
  defaultLimits,
  draftedDerivation,
  fail,
  type Limits,
  type Problem,
  type Registry,
  requireProblem,
} from '@matrix-derive/core'
import { type Move, makeMove, questionOf } from '@matrix-derive/request'
import type { Question } from './state.ts'

export interface ExplorerOptions {
  readonly registry: Registry
  readonly limits?: Limits
  /** Asked often during long work, which ends with `cancelled` when it is aborted. */
  readonly signal?: Pick<AbortSignal, 'aborted'>
}

/** What comes of a question and moves. */
export interface Run {
  readonly question: ReturnType<typeof questionOf>
  readonly draft: Draft
  /** How many of the moves could be made; the others do not fit what comes before them. */
  readonly made: number
  /** Why the next one could not. */
  readonly problem?: Problem
}

/** So many questions are kept ready, with all that was tried about them. */
const mostKept = 12

/** A draft, and what became of the moves that were tried on it. */
interface Trial {
  readonly draft: Draft
  readonly next: Map<string, Trial>
}

/**
 * Makes moves anew, each once: what undo, another branch or a reload come back to is there already. Moves that fail are
 * tried again every time, since they may have failed for want of time.
 */
export function createRunner({ registry, limits = defaultLimits, signal }: ExplorerOptions) {
  const kept = new Map<string, { question: Run['question']; start: Trial }>()
  const options = { registry, limits, ...(signal && { signal: signal as AbortSignal }) }

  /** The draft with a new allowance of steps and time. */
  const allowed = ({ request, blocks }: Draft): Draft => ({
    request: { ...request, budget: createBudget(limits, signal as AbortSignal | undefined) },
    blocks,
  })

  const derivations = new WeakMap<Draft, Derivation>()
  /** A draft is looked at many times. */
  const derivationOf = (draft: Draft): Derivation => {
    const known = derivations.get(draft) ?? draftedDerivation(allowed(draft))
    derivations.set(draft, known)
    return known
  }

  const keptFor = (asked: Question) => {
    const key = JSON.stringify(asked)
    let found = kept.get(key)
    if (found === undefined) {
      const question = questionOf(asked, options)
      if (question.asked.variables.length === 0) fail('value', 'Expected a variable to derive by, received none.')
      found = { question, start: { draft: beginDraft(question.asked), next: new Map() } }
    } else kept.delete(key)
    kept.set(key, found)
    for (const oldest of kept.keys()) {
      if (kept.size <= mostKept) break
      kept.delete(oldest)
    }
    return found
  }

  const attempt = (asked: Question, moves: readonly Move[]): Run => {
    const { question, start } = keptFor(asked)
    let trial = start
    for (const [made, move] of moves.entries()) {
      const key = JSON.stringify(move)
      let next = trial.next.get(key)
      if (next === undefined) {
        try {
          next = { draft: makeMove(allowed(trial.draft), move), next: new Map() }
        } catch (thrown) {
          const problem = requireProblem(thrown)
          return { question, draft: trial.draft, made, problem }
        }
        trial.next.set(key, next)
      }
      trial = next
    }
    return { question, draft: trial.draft, made: moves.length }
  }

  return {
    /**
     * What comes of the moves, as far as they can be made. All that was ever tried about a question is in one store; when
     * that is full, the moves are made once more in a new one.
     * @throws what reading a program throws
     */
    run(asked: Question, moves: readonly Move[]): Run {
      const isNew = !kept.has(JSON.stringify(asked))
      const run = attempt(asked, moves)
      if (run.problem?.code !== 'limit-exceeded' || isNew) return run
      kept.delete(JSON.stringify(asked))
      return attempt(asked, moves)
    },
    allowed,
    derivationOf,
  }
}

export type Runner = ReturnType<typeof createRunner>
