import { isZeroExpression, zeros } from '../expression/constants.ts'
import type { Expression } from '../expression/expression.ts'
import { sum, termsOf } from '../expression/sum.ts'
import { replace } from '../expression/walk.ts'
import { differentialOf } from './linear-form.ts'
import type { Simplifier } from './simplify.ts'
import { type Block, cutDetours, type Step } from './step.ts'
import type { Change, Work } from './work.ts'

/**
 * From so many terms on a step writes down only the terms it changes. Writing all of them at every step would make
 * the derivation by L weights of a network take L² instead of L work.
 */
const mostTermsWritten = 16

/** The right side of an equation in the making: a sum of terms, with a record of how it came about. */
export interface Line {
  readonly terms: readonly Expression[]
  /** The whole right side. */
  expression(): Expression
  /**
   * Uses changes, all of one identity, in the terms at these places, but inside of no node that is `isWhole`; gives the
   * places of what they became.
   */
  apply(changes: readonly Change[], places: readonly number[], isWhole?: (node: Expression) => boolean): number[]
  /** Replaces the terms at these places by one term, at the first of them; gives the places of what they became. */
  merge(change: Change, places: readonly number[]): number[]
  /** Simplifies the terms at these places; gives the places of what they became. */
  tidy(simplifier: Simplifier, places: readonly number[]): number[]
  /** Writes the whole right side into the block, and takes out what led nowhere. */
  finish(): void
  /** The one d(.) that the term at a place holds. */
  differentialAt(place: number): Expression
  /** The places of the terms that hold d(of). */
  placesOf(of: Expression): number[]
}

/** A line that continues the block; its steps are recorded there. */
export function createLine(work: Work, block: Block): Line {
  const { store, budget } = work
  const begun = block.steps.length
  let terms: Expression[] = termsOf(block.end).filter(term => !isZeroExpression(term))
  /** The d(.) of each term as far as somebody asked: it is asked at every step for all terms, and most stay. */
  let held: (Expression | undefined)[] = terms.map(() => undefined)
  let whole: Expression | undefined = block.end

  const expression = () => {
    whole ??= terms.length === 0 ? zeros(store, block.start.shape) : sum(store, terms)
    return whole
  }

  /** Puts new terms in the place of old ones and says where they are now. */
  const put = (places: readonly number[], replacements: readonly (readonly Expression[])[]): number[] => {
    const next: Expression[] = []
    const nextHeld: (Expression | undefined)[] = []
    const arrived: number[] = []
    let at = 0
    for (let i = 0; i < terms.length; i++) {
      if (at === places.length || places[at] !== i) {
        next.push(terms[i])
        nextHeld.push(held[i])
      } else {
        for (const term of replacements[at++]) {
          arrived.push(next.length)
          next.push(term)
          nextHeld.push(undefined)
        }
      }
    }
    terms = next
    held = nextHeld
    whole = undefined
    return arrived
  }

  const record = (changes: readonly Change[], places: readonly number[], newTerms: readonly Expression[]): number[] => {
    budget.spend()
    const partial = terms.length > mostTermsWritten
    const before = partial
      ? sum(
          store,
          places.map(place => terms[place]),
        )
      : expression()
    const arrived = put(places, newTerms.map(nonZeroTerms))
    const after = partial ? sum(store, newTerms) : expression()
    if (before !== after) block.steps.push(stepOf(changes, before, after, partial))
    return arrived
  }

  const line: Line = {
    get terms() {
      return terms
    },
    expression,
    apply(changes, places, isWhole) {
      const newTerms = places.map(place =>
        changes.reduce((term, { from, to }) => {
          // Each looks through the whole term, so that thousands of them in a large one have to watch the clock.
          budget.spend()
          return replace(store, term, from, to, isWhole)
        }, terms[place]),
      )
      return record(changes, places, newTerms)
    },
    merge(change, places) {
      const nothing = zeros(store, change.to.shape)
      return record([change], places, [change.to, ...places.slice(1).map(() => nothing)])
    },
    tidy(simplifier, places) {
      return eachFromTheEnd(places, place => {
        let now = [place]
        for (const run of runsOfOneIdentity(simplifier.changes(terms[place]))) {
          // A term that vanished has nothing left to simplify.
          if (now.length > 0) now = line.apply(run, now, simplifier.isWhole)
        }
        return now.length
      })
    },
    finish() {
      block.end = expression()
      cutDetours(block, begun)
    },
    differentialAt(place) {
      held[place] ??= differentialOf(terms[place])
      return held[place]
    },
    placesOf(of) {
      const places: number[] = []
      for (let i = 0; i < terms.length; i++) if (line.differentialAt(i).operands[0] === of) places.push(i)
      return places
    },
  }
  return line
}

/**
 * Works on the terms at the places from the last to the first, so that a term that vanishes or splits moves no place
 * still to be visited; `work` says how many terms a place has become. Gives the places of all that came of it.
 */
export function eachFromTheEnd(places: readonly number[], work: (place: number) => number): number[] {
  const counts = places.toReversed().map(work).reverse()
  const arrived: number[] = []
  let moved = 0
  for (const [i, place] of places.entries()) {
    for (let k = 0; k < counts[i]; k++) arrived.push(place + moved + k)
    moved += counts[i] - 1
  }
  return arrived
}

/** The step that uses of one identity make. */
export function stepOf(changes: readonly Change[], before: Expression, after: Expression, partial: boolean): Step {
  return {
    identity: changes[0].identity,
    before,
    after,
    from: changes.map(change => change.from),
    to: changes.map(change => change.to),
    partial,
    conditions: changes.flatMap(change => change.conditions),
    ...(changes[0].introduces && { introduces: changes[0].introduces }),
  }
}

/** Cuts a list of changes where the identity changes: each run becomes one step. */
export function runsOfOneIdentity(changes: readonly Change[]): Change[][] {
  const runs: Change[][] = []
  for (const change of changes) {
    const last = runs.at(-1)
    if (last !== undefined && last[0].identity === change.identity) last.push(change)
    else runs.push([change])
  }
  return runs
}

function nonZeroTerms(expression: Expression): readonly Expression[] {
  return termsOf(expression).filter(term => !isZeroExpression(term))
}
