import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { readProgram } from '@matrix-derive/language'
import { builtInOperators } from '@matrix-derive/operators'
import { describe, expect, test } from 'vitest'
import type { Rows } from './arithmetic.ts'
import { evaluate } from './evaluate.ts'
import { floatAlgebra } from './float.ts'
import { differenceJacobian, dualJacobian } from './jacobian.ts'
import { assignValues } from './values.ts'

interface Case {
  readonly id: string
  readonly expression: string
  readonly wrt: string
  readonly order?: number
  readonly variables: Record<string, string>
  readonly values: Record<string, unknown>
  readonly expected: { readonly value: Rows; readonly numerator: Rows }
}

const folder = new URL('../../../../shared/conformance/', import.meta.url)
const cases: Case[] = !existsSync(folder)
  ? []
  : readdirSync(folder)
      .filter(file => file.endsWith('.jsonl'))
      .flatMap(file => readFileSync(new URL(file, folder), 'utf8').trim().split('\n'))
      .map(line => JSON.parse(line))

/** The numerator layout of the language from ∂vec(f)/∂vec(x)'. */
function numerator(jacobian: Rows, f: Rows, x: Rows): Rows {
  const isVector = (y: Rows) => y.length === 1 || y[0].length === 1
  if (isVector(f) && f.length * f[0].length === 1 && !isVector(x)) {
    return x[0].map((_, j) => x.map((_, i) => jacobian[0][i + j * x.length]))
  }
  if (x.length * x[0].length === 1 && !isVector(f)) {
    return f.map((row, i) => row.map((_, j) => jacobian[i + j * f.length][0]))
  }
  return jacobian
}

function expectClose(actual: Rows, expected: Rows, tolerance: number) {
  expect([actual.length, actual[0].length]).toEqual([expected.length, expected[0].length])
  const scale = Math.max(1e-6, ...expected.flat().map(Math.abs))
  const worst = Math.max(...actual.flatMap((row, i) => row.map((entry, j) => Math.abs(entry - expected[i][j]))))
  expect(worst / scale).toBeLessThan(tolerance)
}

describe.skipIf(cases.length === 0)('the conformance data', () => {
  test.each(cases.map(each => [each.id, each.expression, each] as const))('%s: %s', (_id, _expression, each) => {
    const { expression, symbols } = readProgram({
      text: each.expression,
      declarations: each.variables,
      operators: builtInOperators,
    })
    const named = [...symbols.values()].map(symbol => symbol.expression)
    const at = assignValues(named, each.values)
    const point = {
      algebra: floatAlgebra,
      sizes: at.sizes,
      values: new Map([...at.values].map(([name, rows]) => [name, floatAlgebra.fromRows(rows)])),
    }
    const value = floatAlgebra.toRows(evaluate(expression, point))
    expectClose(value, each.expected.value, 1e-9)
    const wrt = symbols.get(each.wrt)!.expression
    if (each.order === 2) return
    const x = at.values.get(each.wrt)!
    expectClose(numerator(dualJacobian(expression, wrt, at), value, x), each.expected.numerator, 1e-9)
    expectClose(numerator(differenceJacobian(expression, wrt, at), value, x), each.expected.numerator, 1e-6)
  })
})
