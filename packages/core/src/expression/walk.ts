import type { Expression } from './expression.ts'
import type { Store } from './store.ts'
import { named } from './symbols.ts'

// Every pass over expressions goes through this file: it visits each node of the graph once and never recurses,
// so no depth of input overflows the stack and no shared subexpression is visited twice.

/** The nodes below and including the roots, operands before their users. `into` gives what is below a node. */
export function reachable(
  roots: readonly Expression[],
  into: (node: Expression) => readonly Expression[] = node => node.operands,
): Expression[] {
  const seen = new Set<Expression>(roots)
  const open = [...seen]
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    for (const below of into(node)) {
      if (seen.has(below)) continue
      seen.add(below)
      open.push(below)
    }
  }
  return [...seen].sort((a, b) => a.id - b.id)
}

/**
 * Visits the root and what is below it, operands before their users, but for what is done already and all below that.
 * A visit makes its node done.
 */
export function visitUpward(
  root: Expression,
  isDone: (node: Expression) => boolean,
  visit: (node: Expression) => void,
  into: (node: Expression) => readonly Expression[] = node => node.operands,
): void {
  const open = [root]
  while (open.length > 0) {
    const node = open[open.length - 1]
    const before = open.length
    if (!isDone(node)) for (const below of into(node)) if (!isDone(below)) open.push(below)
    if (open.length > before) continue
    open.pop()
    if (!isDone(node)) visit(node)
  }
}

/** What is below a node when names are looked through to their definitions. */
export function throughNames(node: Expression): readonly Expression[] {
  return node.data?.definition ? [node.data.definition] : node.operands
}

/**
 * Builds the expression anew from the bottom up: `change` sees each node with its operands already changed.
 * `memo` may be kept between calls to share work.
 */
export function rebuild(
  store: Store,
  root: Expression,
  change: (node: Expression, original: Expression) => Expression,
  memo: Map<Expression, Expression> = new Map(),
): Expression {
  return transform(root, memo, node => change(withOperands(store, node, memo), node))
}

/**
 * Replaces every occurrence of the targets. Nodes born before the earliest target cannot contain one and are not
 * visited, which makes replacing something near the top of a line cheap.
 * @param isWhole says in which nodes nothing is replaced; they themselves may be
 */
export function substitute(
  store: Store,
  root: Expression,
  replacements: ReadonlyMap<Expression, Expression>,
  isWhole: (node: Expression) => boolean = () => false,
): Expression {
  let earliest = Number.POSITIVE_INFINITY
  for (const target of replacements.keys()) earliest = Math.min(earliest, target.id)
  const memo = new Map<Expression, Expression>(replacements)
  return transform(
    root,
    memo,
    node => withOperands(store, node, memo),
    node => node.id < earliest || isWhole(node),
  )
}

/** Fills the memo from the bottom up, down to the nodes that stay as they are. */
function transform(
  root: Expression,
  memo: Map<Expression, Expression>,
  compute: (node: Expression) => Expression,
  stays: (node: Expression) => boolean = () => false,
): Expression {
  const open = [root]
  while (open.length > 0) {
    const node = open[open.length - 1]
    if (memo.has(node)) {
      open.pop()
      continue
    }
    const before = open.length
    for (const operand of node.operands) {
      if (memo.has(operand)) continue
      if (stays(operand)) memo.set(operand, operand)
      else open.push(operand)
    }
    if (open.length > before) continue
    open.pop()
    memo.set(node, compute(node))
  }
  return memo.get(root)!
}

/** Replaces symbols wherever they occur, also in what names stand for, which become other names of the same name. */
export function substituteThroughNames(
  store: Store,
  root: Expression,
  replacements: ReadonlyMap<Expression, Expression>,
): Expression {
  if (replacements.size === 0) return root
  const known = new Map(replacements)
  for (const node of reachable([root], throughNames)) {
    const { name, definition } = node.data ?? {}
    if (definition === undefined) continue
    const changed = substitute(store, definition, known)
    const at = node.operands.map(operand => known.get(operand) ?? operand)
    if (changed !== definition) known.set(node, named(store, name!, changed, at))
  }
  return substitute(store, root, known)
}

function withOperands(store: Store, node: Expression, memo: Map<Expression, Expression>): Expression {
  if (node.operands.every(operand => memo.get(operand) === operand)) return node
  return store.apply(
    node.operator,
    node.operands.map(operand => memo.get(operand)!),
    node.data,
  )
}

/** Replaces one expression by another wherever it occurs, but for what is inside of nodes that are `isWhole`. */
export function replace(
  store: Store,
  root: Expression,
  target: Expression,
  by: Expression,
  isWhole?: (node: Expression) => boolean,
): Expression {
  return substitute(store, root, new Map([[target, by]]), isWhole)
}
