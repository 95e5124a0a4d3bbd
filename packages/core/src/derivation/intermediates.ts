import { numberOf } from '../expression/constants.ts'
import type { Expression } from '../expression/expression.ts'
import { isTranspose } from '../expression/linear.ts'
import { isLinearIn } from '../expression/operator.ts'
import { isMember } from '../expression/series.ts'
import { kindOf } from '../expression/shape.ts'
import { sumOperator } from '../expression/sum.ts'
import { isNamed, isSymbol } from '../expression/symbols.ts'
import { reachable } from '../expression/walk.ts'
import { sumPrefixes } from './sum-prefixes.ts'
import type { Work } from './work.ts'

/** A longer chain of operators than this is cut by a name: lines stay short and the work linear in the depth. */
const deepest = 12

/** A matrix-valued f is expanded in place, without names, while it has at most so many ways down to a variable. */
const mostWays = 12

/** In a deep composition a layer is named that has so many nonlinear operators above it ... */
const layersAbove = 2
/** ... and is longer than a few symbols. */
const shortestLayer = 90

/**
 * The subexpressions of f that deserve a name, operands before users: those used more than once, the inner layers of a
 * deep composition, and one in every so many levels of any other chain. Each is then expanded once, which is the
 * chain rule, and keeps a derivation linear in the graph. With them comes which sums begin with which.
 */
export function intermediates(
  work: Work,
  f: Expression,
): { chosen: Expression[]; prefixes: ReadonlyMap<Expression, Expression> } {
  // What depends on the index of a sum has no name of its own: there is one of it for every term.
  const nodes = reachable([f]).filter(node => work.depends(node) && node.free === 0)
  const prefixes = sumPrefixes(nodes)
  const isMatrixValued = kindOf(f.shape) === 'matrix'
  if (isMatrixValued && waysDown(nodes, work) <= mostWays && nodes.length <= 4 * deepest) {
    return { chosen: [], prefixes }
  }
  const uses = countUses(nodes, f)
  for (const prefix of prefixes.values()) uses.set(prefix, uses.get(prefix)! + 1)
  const above = nonlinearAbove(work, nodes, f)
  const depth = new Map<Expression, number>()
  const chosen: Expression[] = []
  for (const node of nodes) {
    const below = node.operands.filter(operand => work.depends(operand))
    const level =
      below.reduce((deep, operand) => Math.max(deep, depth.get(operand) ?? 0), 0) + (isTranspose(node) ? 0 : 1)
    const isLayer = isNonlinear(work, node) && above.get(node)! >= layersAbove && node.cost >= shortestLayer
    const wanted = node !== f && isWorthAName(work, node) && (uses.get(node)! > 1 || isLayer || level >= deepest)
    if (wanted) chosen.push(node)
    depth.set(node, wanted ? 0 : level)
  }
  return { chosen, prefixes }
}

/** Whether the differential of a node is more than the operator itself applied to a differential. */
function isNonlinear(work: Work, { operator, operands }: Expression): boolean {
  if (operator === sumOperator) return false
  const places = operands.flatMap((operand, place) => (work.depends(operand) ? [place] : []))
  return places.length > 1 || places.some(place => !isLinearIn(operator, place))
}

/** The most nonlinear operators on a way from f down to each node. */
function nonlinearAbove(work: Work, nodes: readonly Expression[], f: Expression): Map<Expression, number> {
  const above = new Map<Expression, number>([[f, 0]])
  for (let i = nodes.length - 1; i >= 0; i--) {
    const node = nodes[i]
    const count = above.get(node)! + (isNonlinear(work, node) ? 1 : 0)
    for (const operand of node.operands) {
      if (work.depends(operand)) above.set(operand, Math.max(above.get(operand) ?? 0, count))
    }
  }
  return above
}

/** A leaf, its transpose or a multiple of it is as short as a name. */
function isWorthAName(work: Work, node: Expression): boolean {
  if (isSymbol(node) || isNamed(node) || isMember(node) || isTranspose(node)) return false
  const changing = node.operands.filter(operand => work.depends(operand))
  const others = node.operands.filter(operand => !work.depends(operand))
  const [only] = changing
  const isLeaf = isTranspose(only) ? isSymbol(only.operands[0]) : isSymbol(only) || isNamed(only)
  return !(changing.length === 1 && isLeaf && others.every(other => numberOf(other) !== undefined))
}

/** How often each node is used; what stands under a transpose is used as often as the transpose. */
function countUses(nodes: readonly Expression[], root: Expression): Map<Expression, number> {
  const uses = new Map<Expression, number>([[root, 1]])
  for (let i = nodes.length - 1; i >= 0; i--) {
    const node = nodes[i]
    const times = isTranspose(node) ? (uses.get(node) ?? 0) : 1
    for (const operand of node.operands) uses.set(operand, (uses.get(operand) ?? 0) + times)
  }
  return uses
}

function waysDown(nodes: readonly Expression[], work: Work): number {
  const ways = new Map<Expression, number>()
  for (const node of nodes) {
    const below = node.operands.filter(operand => work.depends(operand))
    ways.set(node, below.length === 0 ? 1 : below.reduce((total, operand) => total + ways.get(operand)!, 0))
  }
  return ways.get(nodes[nodes.length - 1]) ?? 0
}
