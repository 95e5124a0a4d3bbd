import { type Expression, isInteger, isScalar, numberOf, productOperator, rationalToNumber } from '@matrix-derive/core'
import { powerOperator } from '@matrix-derive/operators'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { toLatex, toMathml, toText, toUnicode } from './index.ts'
import { expressions } from './testing/growing.ts'

// A style for people cannot be read back. But whoever loses a sign or a bracket writes two expressions alike.
test.each([
  ['Unicode', toUnicode],
  ['LaTeX', toLatex],
  ['MathML', toMathml],
] as const)('%s writes alike only what is equal', (_, write) => {
  const written = new Map<string, Expression>()
  for (const expression of fc.sample(expressions, { numRuns: 10_000, seed: 1 })) {
    const text = write(expression)
    const other = written.get(text) ?? expression
    written.set(text, other)
    if (other !== expression && plain(other) !== plain(expression)) {
      expect.fail(`Both ${toText(expression)} and ${toText(other)} are written ${text}`)
    }
  }
  expect(written.size).toBeGreaterThan(1_000)
})

/** The expression up to what one fraction may stand for: numbers commute, and a/(b*c) is a*b^-1*c^-1. */
function plain(expression: Expression): string {
  let coefficient = 1
  const exponents = new Map<string, number>()
  const raise = (factor: string, exponent: number) => exponents.set(factor, (exponents.get(factor) ?? 0) + exponent)
  const multiply = (node: Expression, exponent: number): void => {
    const { operator, operands } = node
    const [value, power] = [numberOf(node), operator === powerOperator ? numberOf(operands[1]) : undefined]
    if (value !== undefined) coefficient *= rationalToNumber(value) ** exponent
    else if (operator === productOperator) {
      for (const factor of operands) if (isScalar(factor.shape)) multiply(factor, exponent)
      const chain = operands.filter(({ shape }) => !isScalar(shape))
      if (chain.length > 0) raise(chain.map(plain).join(' * '), exponent)
    } else if (power && isInteger(power) && isScalar(node.shape)) {
      multiply(operands[0], exponent * rationalToNumber(power))
    } else raise(operands.length === 0 ? toText(node) : `${operator.name}(${operands.map(plain).join(', ')})`, exponent)
  }
  multiply(expression, 1)
  const factors = [...exponents].map(([factor, exponent]) => `${factor}^${exponent}`)
  return `${coefficient.toPrecision(9)} * ${factors.sort().join(' * ')}`
}
