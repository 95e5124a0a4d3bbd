import { bitOf, type Expression, type Operator, type Phase } from '@matrix-derive/core'
import { builtInOperators } from '@matrix-derive/operators'

const builtInNames: ReadonlySet<string> = new Set(builtInOperators.map(operator => operator.name))

/**
 * The signs that stand for one operator wherever they are written; X^-1 is an inverse, and x^0 and X^1 no power. Here
 * and below no pattern names a class of Unicode: compiling one takes longer than a whole derivation may.
 */
const signs: readonly (readonly [sign: RegExp, operator: string])[] = [
  [/'/, 'transpose'],
  [/\.\*/, 'hadamard'],
  [/[^.]\^[^-+01\s]/, 'power'],
]

/**
 * A quick look whether a node can match one of the statements at all: whether every operator that some side calls by
 * name is there. Nearly always it is not, and then a statement need not even be read, which is what keeps the first
 * derivation of a process fast.
 */
export function plausibility(
  statements: readonly string[],
  phases: readonly Phase[],
  more: readonly Operator[],
): (node: Expression) => boolean {
  let sides: number[] | undefined
  return node => {
    sides ??= calledOperators(statements, phases, more).map(side => side.reduce((all, name) => all | bitOf(name), 0))
    return sides.some(side => (side & node.occurring) === side)
  }
}

/** For each side that may be matched, the operators that it calls by name or by sign. */
function calledOperators(
  statements: readonly string[],
  phases: readonly Phase[],
  more: readonly Operator[],
): string[][] {
  const isOperator = (name: string) => builtInNames.has(name) || more.some(operator => operator.name === name)
  return statements.flatMap(statement => {
    const directed = statement.includes('->')
    const [left, right] = statement.split(directed ? '->' : '=')
    const sides = directed || !phases.includes('simplify') ? [left] : [left, right]
    return sides.map(side => [
      ...[...side.matchAll(/([^\s()+\-*/.,^';|∘⊙⊘⊗‖]+)\(/g)].map(([, name]) => name).filter(name => isOperator(name)),
      ...signs.filter(([sign]) => sign.test(side)).map(([, name]) => name),
    ])
  })
}
