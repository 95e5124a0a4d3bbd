import { type Dimension, dimensionParts, type Expression, isScalar, reachable, throughNames } from '@matrix-derive/core'
import type { Solution } from '@matrix-derive/request'
import { exampleRows } from '@matrix-derive/verify'

/** Small enough to be read, and different, so that a wrong transpose shows. */
const sizes = [2, 3, 4, 5]

/** Values for everything that a solution speaks of, the same ones for the same seed. */
export function exampleValues({ program, derivation }: Solution, seed: number): Record<string, unknown> {
  const roots = [derivation.expression, ...derivation.answers.flatMap(({ by, expression }) => [...by, expression])]
  const nodes = reachable(roots, throughNames)
  const sizeByName = new Map<string, number>()
  for (const { shape } of nodes) {
    for (const side of [shape.rows, shape.cols]) {
      for (const name of dimensionParts(side).names) {
        if (!sizeByName.has(name)) sizeByName.set(name, sizes[sizeByName.size % sizes.length])
      }
    }
  }
  const sizeOf = (side: Dimension) => {
    const { factor, names } = dimensionParts(side)
    return names.reduce((size, name) => size * sizeByName.get(name)!, factor)
  }
  const used = new Set(nodes)
  const values: Record<string, unknown> = {}
  for (const [name, { expression }] of program.symbols) {
    if (!used.has(expression)) continue
    values[name] = plain(
      expression,
      exampleRows(expression, [sizeOf(expression.shape.rows), sizeOf(expression.shape.cols)], seed + expression.id),
    )
  }
  return values
}

/** A scalar as a number; anything else as rows. */
function plain({ shape }: Expression, rows: readonly (readonly number[])[]): unknown {
  return isScalar(shape) ? rows[0][0] : rows
}
