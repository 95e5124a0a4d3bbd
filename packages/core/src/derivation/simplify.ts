import { costAlone } from '../expression/cost.ts'
import type { Expression } from '../expression/expression.ts'
import { isTranspose } from '../expression/linear.ts'
import { NodeMap } from '../expression/node-map.ts'
import { reachable } from '../expression/walk.ts'
import type { Change, Work } from './work.ts'

/** Brings expressions to textbook form and says by which identities. */
export interface Simplifier {
  /** The simplest form found. */
  simplify(expression: Expression): Expression
  /** The uses of identities that lead from the expression to its simplest form, in an order in which they can be done. */
  changes(expression: Expression): readonly Change[]
  /** The uses that make a simple expression shorter still where it stands alone, and its sum needs no brackets. */
  alone(expression: Expression): readonly Change[]
  /**
   * Whether no use is about what is inside of a node, for that is simple where it stands, or is dealt with together with
   * the node. The same may be rewritten elsewhere: A' in (B*A')' ⊗ C stays as it is.
   */
  isWhole(expression: Expression): boolean
}

/** What became of a node whose operands are simple, and how. */
interface Outcome {
  readonly result: Expression
  readonly changes: readonly Change[]
}

/**
 * How much a two-way identity must gain to be kept. A law that merely shuffles never does, so simplification ends:
 * directed laws and kept two-way ones both lower the cost.
 */
const smallestGain = 0.5

/** The brackets of (A + B)' are not worth another transpose. */
const smallestGainAlone = 9

/** How many transposes may be taken first inside of one another. */
const deepestEarly = 200

/**
 * Simplifies from the bottom up, transposes from the top down; each distinct node is looked at once in the
 * simplifier's life. A transpose goes first because what is below it is about to be transposed anyway:
 * ((A*B)' ∘ C)' is A*B ∘ C' in one step, not by way of (B'*A' ∘ C)'.
 */
export function createSimplifier(work: Work): Simplifier {
  const { store, registry } = work
  const forms = new NodeMap<Expression>()
  const outcomes = new NodeMap<Outcome>()
  /** What became of transposes before anything below them was looked at. */
  const early = new NodeMap<Outcome>()

  const simplify = (expression: Expression): Expression => {
    const open = [expression]
    while (open.length > 0) {
      const node = open[open.length - 1]
      if (!forms.has(node) && isTranspose(node)) tryEarly(node)
      if (forms.has(node)) {
        open.pop()
        continue
      }
      const waiting = node.operands.filter(operand => !forms.has(operand))
      if (waiting.length > 0) open.push(...waiting)
      else forms.set(node, settle(withSimpleOperands(node)).result)
    }
    return forms.get(expression)!
  }

  let depth = 0
  const tryEarly = (node: Expression) => {
    if (early.has(node)) return
    early.set(node, { result: node, changes: [] })
    // What is deeper waits for its turn from the bottom up, which takes no stack: X'''' may go on for thousands.
    if (depth === deepestEarly) return
    depth++
    const outcome = firstImprovement(node)
    depth--
    if (outcome === undefined) return
    early.set(node, outcome)
    forms.set(node, outcome.result)
  }

  /** Applies identities at a node whose operands are simple, until none helps. */
  const settle = (node: Expression): Outcome => {
    const known = outcomes.get(node)
    if (known !== undefined) return known
    // Set first: a law that comes back to this node while it is being tried finds it unchanged instead of looping.
    outcomes.set(node, { result: node, changes: [] })
    const outcome = firstImprovement(node) ?? { result: node, changes: [] }
    outcomes.set(node, outcome)
    return outcome
  }

  const firstImprovement = (node: Expression): Outcome | undefined => {
    for (const identity of registry.candidates('simplify', node.operator.name)) {
      const change = work.attempt(identity, node)
      if (change === undefined) continue
      work.budget.spend()
      if (identity.inContext) forms.set(change.to, change.to)
      const result = simplify(change.to)
      const gain = node.cost - result.cost
      if (identity.directed ? gain < 0 && !(change.to.cost <= node.cost) : !(gain >= smallestGain)) continue
      return { result, changes: [change, ...changes(change.to)] }
    }
    return undefined
  }

  const isWhole = (node: Expression) => forms.get(node) === node || isDoneEarly(node)

  const isDoneEarly = (node: Expression) => (early.get(node)?.changes.length ?? 0) > 0

  /** In order of birth, so that a part is done before what contains it. */
  const changes = (expression: Expression): readonly Change[] => {
    if (simplify(expression) === expression) return []
    const all: Change[] = []
    for (const node of reachable([expression], below => (isWhole(below) ? [] : below.operands))) {
      if (forms.get(node) === node) continue
      const outcome = isDoneEarly(node) ? early.get(node) : outcomes.get(withSimpleOperands(node))
      if (outcome !== undefined) all.push(...outcome.changes)
    }
    return all
  }

  const withSimpleOperands = (node: Expression): Expression =>
    node.operands.every(operand => forms.get(operand) === operand)
      ? node
      : store.apply(
          node.operator,
          node.operands.map(operand => forms.get(operand)!),
          node.data,
        )

  const alone = (node: Expression): readonly Change[] => {
    for (const identity of registry.candidates('simplify', node.operator.name)) {
      const change = work.attempt(identity, node)
      if (change === undefined) continue
      work.budget.spend()
      if (costAlone(node) - costAlone(simplify(change.to)) > smallestGainAlone) return [change, ...changes(change.to)]
    }
    return []
  }

  return { simplify, changes, alone, isWhole }
}
