import { type Expression, Fact, has } from '@matrix-derive/core'
import { createRandom, type Rows } from './arithmetic.ts'
import { floatAlgebra } from './float.ts'
import { sampleSymbol } from './sampling.ts'

/** So many digits keep an example readable; structure that takes more than that keeps all of them. */
const digits = 2

/**
 * A value for a symbol, drawn by chance within its structure, of a size where most functions have a value: entries from
 * 0.1 to 1, and on the diagonal of a square matrix so much more that it is invertible.
 */
export function exampleRows(symbol: Expression, [rows, cols]: readonly [number, number], seed: number): Rows {
  const random = createRandom(seed)
  if (has(symbol.facts, Fact.integer)) return [[2 + Math.floor(3 * random())]]
  const entry = (i: number, j: number) => rounded(0.1 + 0.9 * random() + (rows === cols && rows > 1 && i === j ? 1 : 0))
  const draw = (rows: number, cols: number) =>
    floatAlgebra.fromRows(Array.from({ length: rows }, (_, i) => Array.from({ length: cols }, (_, j) => entry(i, j))))
  return floatAlgebra.toRows(sampleSymbol(floatAlgebra, symbol, draw, [rows, cols]).value)
}

const rounded = (number: number): number => Number(number.toFixed(digits))
