import { numberOf } from '../expression/constants.ts'
import { brackets, costAlone } from '../expression/cost.ts'
import type { Expression } from '../expression/expression.ts'
import { isTranspose } from '../expression/linear.ts'
import { isMember } from '../expression/series.ts'
import { definitionOf, isNamed, named } from '../expression/symbols.ts'
import { reachable, replace, throughNames } from '../expression/walk.ts'
import { readable } from '../limits.ts'
import { pick } from './expand.ts'
import { namesByMeaning, stemFor } from './naming.ts'
import type { Change, Work } from './work.ts'

/** ` = ` and `; ` around a definition, and the name. */
const definitionSigns = 60
/** A new name is one more thing to remember: it has to save some four characters. */
export const smallestSaving = 40
/** How many things an answer has names for that nobody gave before. */
export const mostNames = 3

/**
 * The cost of an answer together with the definitions that it needs.
 * @param f what is derived: where that has a name, everybody knows what it stands for
 */
export function costWithDefinitions(expression: Expression, f?: Expression): number {
  const names = reachable([expression], throughNames).filter(node => isNamed(node) && node !== f)
  return names.reduce((cost, name) => cost + costAlone(definitionOf(name)) + definitionSigns, costAlone(expression))
}

/**
 * Gives what is repeated a name, where that makes the answer and its definitions shorter: sum(t)*(diag(p) - p*p') with
 * p = softmax(x). A name that is known already is used again; one that the answer needs anyway, wherever it can be.
 * @param mostNames how many things may get a name
 */
export function abbreviations(work: Work, expression: Expression, mostNames: number): Change[] {
  const { store } = work
  const known = namesByMeaning(work)
  const changes: Change[] = []
  let current = expression
  for (let names = 0; current.cost <= readable.abbreviated; ) {
    const spelledOut = meaningOfNeeded(known, current)
    const meaning = spelledOut ?? (names++ < mostNames ? mostRepeated(work, current) : undefined)
    if (meaning === undefined) break
    const old = known.get(meaning)
    const name = old ?? work.introduce(stemFor(meaning), meaning)
    changes.push({
      identity: pick(work, 'definition', ['name']),
      from: meaning,
      to: name,
      conditions: [],
      ...(old === undefined && { introduces: [name] }),
    })
    current = replace(store, current, meaning, name)
  }
  return changes
}

/** The largest subexpression that is written out although its name is defined for something else in the answer. */
function meaningOfNeeded(known: ReadonlyMap<Expression, Expression>, expression: Expression): Expression | undefined {
  const needed = new Set(reachable([expression], throughNames).filter(isNamed))
  if (needed.size === 0) return undefined
  return reachable([expression]).findLast(node => node.cost > nameCost && needed.has(known.get(node)!))
}

/** The subexpression that is the most worth a name, if any is. */
function mostRepeated(work: Work, expression: Expression): Expression | undefined {
  let [best, most]: [Expression | undefined, number] = [undefined, smallestSaving]
  for (const [node, times] of occurrences(expression)) {
    if (times < 2 || node.free !== 0 || node === expression || isShortEnough(node)) continue
    const definition = costAlone(node) + definitionSigns
    // At most: with a pair of brackets around each.
    if (times * (node.cost + brackets - nameCost) - definition < most) continue
    const saving = expression.cost - replace(work.store, expression, node, placeholder(work, node)).cost - definition
    if (saving >= most) [best, most] = [node, saving]
  }
  return best
}

const nameCost = 10

/** Any name of this meaning, to see what the expression would cost. */
function placeholder(work: Work, definition: Expression): Expression {
  return named(work.store, '', definition)
}

/** How often each node is written. */
function occurrences(expression: Expression): Map<Expression, number> {
  const times = new Map<Expression, number>([[expression, 1]])
  const nodes = reachable([expression])
  for (let i = nodes.length - 1; i >= 0; i--) {
    for (const operand of nodes[i].operands) times.set(operand, (times.get(operand) ?? 0) + times.get(nodes[i])!)
  }
  return times
}

/** Names and members of families, numbers and what is made of them, as a vector of ones, and transposes of what has a name. */
function isShortEnough(node: Expression): boolean {
  return isTranspose(node) || isMember(node) || node.operands.every(operand => numberOf(operand) !== undefined)
}
