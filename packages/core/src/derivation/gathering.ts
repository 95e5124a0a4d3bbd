import { fail } from '../error.ts'
import type { Expression } from '../expression/expression.ts'
import { sumOperator } from '../expression/sum.ts'
import type { Aim } from './aim.ts'
import { pick } from './expand.ts'
import { isolation } from './isolate.ts'
import { eachFromTheEnd, type Line } from './line.ts'
import { linearForm, pathToDifferential } from './linear-form.ts'
import type { Simplifier } from './simplify.ts'
import type { Change, Work } from './work.ts'

/** Takes sums out of what stands around them, so that every term holds one d(.). */
export function distribute(work: Work, line: Line, places: readonly number[]): number[] {
  let open = [...places]
  for (;;) {
    const changes: Change[] = []
    for (const place of open) {
      const change = distribution(work, line.terms[place])
      if (change !== undefined && changes.every(other => other.from !== change.from)) changes.push(change)
    }
    if (changes.length === 0) return open
    open = line.apply(changes, open)
  }
}

function distribution(work: Work, term: Expression): Change | undefined {
  const path = pathToDifferential(term)
  const position = path.findLastIndex(node => node.operator === sumOperator)
  if (position < 1) return undefined
  const identity = pick(work, 'isolate', ['plus'])
  return work.attempt(identity, path[position - 1])
}

/** Brings the terms at the places, all with the same d(.), to linear form and merges them; gives the places left. */
export function gather(work: Work, simplifier: Simplifier, line: Line, places: readonly number[]): number[] {
  const { store } = work
  let now = eachFromTheEnd(places, place => {
    let here = [place]
    for (let change = isolation(work, line.terms[place]); change; change = isolation(work, line.terms[place])) {
      line.apply([change], here)
      here = line.tidy(simplifier, here)
      if (here.length === 0) break
    }
    return here.length
  })
  while (now.length > 1) {
    const total = store.intern(
      sumOperator,
      now.map(place => line.terms[place]),
    )
    now = line.merge(merger(work, total), now)
  }
  return line.tidy(simplifier, now)
}

/** The use of an identity that makes one term of a sum of linear forms. */
function merger(work: Work, total: Expression): Change {
  const candidates = [...work.registry.candidates('collect', 'like'), ...work.registry.candidates('collect', 'any')]
  for (const identity of candidates) {
    const change = work.attempt(identity, total)
    if (change !== undefined) return change
  }
  return fail('plugin', 'Expected an identity of phase "collect" that merges terms with one differential; add one.')
}

/** Merges the terms of each variable and keeps what is read off them. */
export function gatherAll(
  work: Work,
  simplifier: Simplifier,
  line: Line,
  variables: readonly Expression[],
  aim: Aim,
): void {
  for (const variable of variables) {
    const places = line.placesOf(variable)
    const [place] = places.length > 0 ? gather(work, simplifier, line, places) : []
    if (place !== undefined) aim.found.set(variable, linearForm(work.store, line.terms[place])!)
  }
}
