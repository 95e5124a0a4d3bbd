import { certainties, isSquare, reachable, throughNames } from '@matrix-derive/core'
import { readProgram } from '@matrix-derive/language'
import { builtInOperators } from '@matrix-derive/operators'
import { choicesFrom, programDeclarations, programValues, randomProgram } from '@matrix-derive/testing/programs'
import { createEvaluator, createRandom, type Rows, standInAlgebra } from '@matrix-derive/verify'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { assignTo } from './testing/deriving.ts'
import { decisions } from './testing/random-programs.ts'

// What is said to be certain of an expression is looked for in its values, for every expression below random programs.

const seed = Number(process.env.SEED ?? 1)
const numRuns = Number(process.env.PROGRAMS ?? 200)
const rounding = 1e-9

test(`what is certain is so at random points; seed ${seed}`, () => {
  const said = { bounded: 0, nonzero: 0, form: 0, invertible: 0 }
  fc.assert(
    fc.property(decisions(100), fc.nat(), (numbers, point) => {
      const { text } = randomProgram(choicesFrom(numbers), { order: 1 })
      const program = readProgram({ text, declarations: programDeclarations, operators: builtInOperators })
      const random = createRandom(point)
      const { values, sizes } = assignTo(program, programValues(random))
      const algebra = standInAlgebra
      const evaluate = createEvaluator({
        algebra,
        values: new Map([...values].map(([name, rows]) => [name, algebra.fromRows(rows)])),
        sizes,
      })
      const known = certainties()
      for (const node of reachable([program.expression], throughNames)) {
        if (node.free !== 0) continue
        const { entries, diagonal, form, invertible, nonvanishing } = known(node)
        const rows = algebra.toRows(evaluate(node))
        const all = rows.flat()
        if (!all.every(Number.isFinite)) continue
        const slack = rounding * Math.max(1, ...all.map(Math.abs))
        const within = (x: number, { lower, upper }: typeof entries) => x >= lower - slack && x <= upper + slack
        const where = `${node.operator.name} in ${text}: ${JSON.stringify(rows)}`
        if (entries.lower > -Infinity || entries.upper < Infinity) said.bounded++
        expect(
          all.every(x => within(x, entries)),
          where,
        ).toBe(true)
        if (entries.nonzero) {
          said.nonzero++
          expect(
            all.every(x => x !== 0),
            where,
          ).toBe(true)
        }
        if (nonvanishing)
          expect(
            all.some(x => x !== 0),
            where,
          ).toBe(true)
        if (!isSquare(node.shape)) continue
        expect(
          rows.every((row, i) => within(row[i], diagonal)),
          where,
        ).toBe(true)
        if (form !== undefined) {
          said.form++
          const v = rows.map(() => 2 * random() - 1)
          const value = v.reduce((sum, x, i) => sum + x * v.reduce((dot, y, j) => dot + rows[i][j] * y, 0), 0)
          expect(form === 'positive' ? value > -slack * 1e-3 : value >= -slack, where).toBe(true)
        }
        if (invertible) {
          said.invertible++
          expect(rank(rows), where).toBe(rows.length)
        }
      }
    }),
    { numRuns, seed },
  )
  for (const [what, times] of Object.entries(said)) expect(times, what).toBeGreaterThan(numRuns / 20)
})

/** By elimination with the largest pivot of the column, where what is left of 0 by rounding counts as 0. */
function rank(rows: Rows): number {
  const left = rows.map(row => [...row])
  const largest = Math.max(...left.flat().map(Math.abs))
  let found = 0
  for (let col = 0; col < left.length; col++) {
    const pivot = left.findIndex(
      (row, i) =>
        i >= found && Math.abs(row[col]) === Math.max(...left.slice(found).map(other => Math.abs(other[col]))),
    )
    if (!(Math.abs(left[pivot][col]) > 1e-14 * largest)) continue
    ;[left[found], left[pivot]] = [left[pivot], left[found]]
    for (let i = found + 1; i < left.length; i++) {
      const factor = left[i][col] / left[found][col]
      left[i] = left[i].map((entry, j) => entry - factor * left[found][j])
    }
    found++
  }
  return found
}
