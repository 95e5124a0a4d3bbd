import type { Expression, Operator, Phase } from '@matrix-derive/core'

/** How far below a node a pattern is looked for: statements are hardly ever deeper. */
const deepest = 4

/**
 * A quick look whether a node can match one of the statements at all: whether every operator that some side calls by
 * name is there. Nearly always it is not, and then a statement need not even be read, which is what keeps the first
 * derivation of a process fast.
 */
export function plausibility(
  statements: readonly string[],
  phases: readonly Phase[],
  operators: readonly Operator[],
): (node: Expression) => boolean {
  let sides: (readonly string[])[] | undefined
  return node => {
    sides ??= calledOperators(statements, phases, operators)
    if (sides.some(side => side.length === 0)) return true
    const present = operatorsWithin(node, deepest, new Set())
    return sides.some(side => side.every(name => present.has(name)))
  }
}

/** For each side that may be matched, the operators that it calls by name. */
function calledOperators(
  statements: readonly string[],
  phases: readonly Phase[],
  operators: readonly Operator[],
): string[][] {
  const names = new Set(operators.map(operator => operator.name))
  return statements.flatMap(statement => {
    const directed = statement.includes('->')
    const [left, right] = statement.split(directed ? '->' : '=')
    const sides = directed || !phases.includes('simplify') ? [left] : [left, right]
    return sides.map(side =>
      [...side.matchAll(/([\p{L}_][\p{L}\p{N}_]*)\(/gu)].map(([, name]) => name).filter(name => names.has(name)),
    )
  })
}

function operatorsWithin(node: Expression, depth: number, found: Set<string>): Set<string> {
  found.add(node.operator.name)
  if (depth > 0) for (const operand of node.operands) operatorsWithin(operand, depth - 1, found)
  return found
}
