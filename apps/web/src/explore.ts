import type { Choice, Expression, Limits, Place, Problem, Registry } from '@matrix-derive/core'
import { createExplorer, emptySession, type Intent, type Look } from '@matrix-derive/exploration'
import type { Solution } from '@matrix-derive/request'
import type { Chosen } from './choosing.ts'
import { addressOf } from './formula.ts'
import { type Question, requestOf } from './question.ts'

/** Somebody going on by hand from a derivation. */
export interface Exploration {
  /** What there is to see now. @throws what deriving throws */
  look(): Look
  /** What may be done at a place that was chosen in what is seen; undefined where it cannot be said. */
  choicesAt(chosen: Chosen): Choice[] | undefined
  /** @returns what was wrong with it; then nothing changed */
  go(intent: Intent): Problem | undefined
}

/**
 * Takes up a derivation where the strategy has left it.
 * @throws what reading the program throws
 */
export function explore(question: Question, registry: Registry, limits: Limits | undefined): Exploration {
  const explorer = createExplorer({ registry, ...(limits && { limits }) })
  let session = emptySession
  const go = (intent: Intent) => {
    const outcome = explorer.dispatch(session, intent)
    session = outcome.session
    return outcome.problem
  }
  go({ kind: 'open', question: requestOf(question), by: 'strategy' })
  const look = () => explorer.look(session)!
  return {
    look,
    go,
    choicesAt(chosen) {
      const at = placeIn(look().solution, chosen)
      const { line } = chosen.lines[chosen.at]
      const path = pathTo(line.expression, addressOf(chosen.place, chosen.lines[chosen.at].right))
      if (at === undefined || path === undefined || line.partial || go({ kind: 'place', at, path }) !== undefined)
        return undefined
      return explorer.choices(session)
    },
  }
}

/** Where a line that is shown stands among the blocks; the same derivation anew has it at the same place. */
function placeIn({ derivation }: Pick<Solution, 'derivation'>, { lines, at }: Chosen): Place | undefined {
  const { at: place } = lines[at].line
  return place !== undefined && place.block < derivation.blocks.length ? place : undefined
}

/** The way down through operands that passes by nodes of these ids: the shortest, where there are several. */
function pathTo(root: Expression, ids: readonly number[]): number[] | undefined {
  const path: number[] = []
  let node = root
  for (const id of ids) {
    if (node.id === id) continue
    const way = wayTo(node, id)
    if (way === undefined) return undefined
    for (const index of way) node = node.operands[index]
    path.push(...way)
  }
  return path
}

function wayTo(root: Expression, id: number): number[] | undefined {
  const seen = new Set<Expression>([root])
  let ways: { node: Expression; path: number[] }[] = [{ node: root, path: [] }]
  while (ways.length > 0) {
    const found = ways.find(({ node }) => node.id === id)
    if (found !== undefined) return found.path
    ways = ways.flatMap(({ node, path }) =>
      node.operands.flatMap((operand, index) => {
        if (seen.has(operand)) return []
        seen.add(operand)
        return [{ node: operand, path: [...path, index] }]
      }),
    )
  }
  return undefined
}
