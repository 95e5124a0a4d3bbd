import { createStore, fail } from '../../packages/core/src/index.ts'
import { readProgram } from '../../packages/language/src/index.ts'
import { builtInOperators } from '../../packages/operators/src/index.ts'
import { evaluate, floatAlgebra } from '../../packages/verify/src/index.ts'

/** Where conditions are looked at: often enough to see a change of sign of anything that one would write. */
const points = Array.from({ length: 4001 }, (_, i) => (i - 2000) / 200)

/** A condition on x, and the sign of its left side at every point: NaN where it has no value. */
interface Condition {
  readonly text: string
  readonly relation: '>' | '<>'
  readonly signs: readonly number[]
}

/**
 * What x must satisfy, of what a derivation relied on: what holds for every number, or wherever the rest holds, is left out.
 * @param sentences as derivations say them: `1 + exp(x) > 0`, `x ≠ 0`
 * @throws `value` where several are left, which an operator cannot say
 */
export function conditionOn(sentences: readonly string[]): string | undefined {
  let left = sentences.map(readCondition)
  for (const condition of left) {
    const others = left.filter(other => other !== condition)
    if (holdsWhere(others, condition)) left = others
  }
  if (left.length > 1) {
    fail('value', `Expected one condition on x, received ${left.map(({ text }) => text).join(', ')}.`, {
      suggestion: 'Say with --condition what implies them all, such as "x > 0".',
    })
  }
  return left[0]?.text
}

function readCondition(sentence: string): Condition {
  const [, expression = '', words] = /^(.*?) (> 0|≠ 0)$/.exec(sentence) ?? []
  if (expression === '') {
    fail('value', `Expected a condition on the sign of an expression, received ${sentence}.`, {
      suggestion: 'Say with --condition what implies it, such as "x > 0".',
    })
  }
  const relation = words === '≠ 0' ? '<>' : '>'
  return { text: `${expression} ${relation} 0`, relation, signs: valuesOf(expression).map(Math.sign) }
}

/** Whether a condition holds at every point at which the others do; a change of sign has a zero in between. */
function holdsWhere(others: readonly Condition[], { relation, signs }: Condition): boolean {
  const holds = ({ relation, signs }: Condition, at: number) => signs[at] > 0 || (relation === '<>' && signs[at] < 0)
  const seen = new Set(signs.filter((_, at) => others.every(other => holds(other, at))))
  return seen.size === 1 && (seen.has(1) || (relation === '<>' && seen.has(-1)))
}

function valuesOf(text: string): number[] {
  const declarations = { x: 'scalar' }
  const { expression } = readProgram({ text, declarations, operators: builtInOperators, store: createStore() })
  return points.map(x => {
    const values = new Map([['x', floatAlgebra.fromRows([[x]])]])
    return floatAlgebra.toRows(evaluate(expression, { algebra: floatAlgebra, values, sizes: new Map() }))[0][0]
  })
}
