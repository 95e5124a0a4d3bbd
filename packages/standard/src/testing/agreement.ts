import { type Expression, problemOf } from '@matrix-derive/core'
import {
  programDeclarations,
  programDirection,
  programValues,
  type RandomProgram,
} from '@matrix-derive/testing/programs'
import { type Assignment, createRandom, evaluate, type Rows, standInAlgebra } from '@matrix-derive/verify'
import { assignTo, type Derived, deriveText, inLayout } from './deriving.ts'
import { apart, differenceLimit } from './differences.ts'

/** How a derivative of a program is asked for. */
export interface Question extends RandomProgram {
  readonly layout: string
  readonly order: 1 | 2
}

export interface Agreement {
  readonly verdict: 'agrees' | 'differs' | 'no point'
  readonly text: string
  readonly detail: string
}

const mostPoints = 8
const tolerance = 1e-6

type Shifted = (...by: readonly number[]) => number[]

/** Whether the derivative of a program agrees with differences of its own value, at a point where these settle. */
export function agreement(question: Question, seed: number): Agreement {
  const derived = deriveText({ ...question, declarations: programDeclarations })
  const text = `${question.text}   by ${question.wrt}, order ${question.order}, ${question.layout}`
  let detail = ''
  for (let point = 0; point < mostPoints; point++) {
    try {
      const found = compare(question, derived, createRandom(seed + point))
      if (found.settled)
        return { verdict: found.error <= tolerance ? 'agrees' : 'differs', text, detail: `off by ${found.error}` }
      detail = `differences settle to ${found.spread}`
    } catch (thrown) {
      const problem = problemOf(thrown)
      if (problem?.code !== 'value') throw thrown
      detail = problem.message
    }
  }
  return { verdict: 'no point', text, detail }
}

function compare({ wrt, layout, order }: Question, { expression, answer, program }: Derived, random: () => number) {
  const values = programValues(random)
  const at = assignTo(program, values)
  const x = at.values.get(wrt)!
  const directions = Array.from({ length: order }, () =>
    programDirection(
      wrt,
      x.map(row => [...row]),
      random,
    ),
  )
  const f = entriesOf(expression, at)
  const shifted: Shifted = (...by) => {
    const moved = x.map((row, i) =>
      row.map((entry, j) => by.reduce((sum, t, k) => sum + t * directions[k][i][j], entry)),
    )
    return columnMajor(entriesOf(expression, { ...at, values: new Map(at.values).set(wrt, moved) }))
  }
  const claimed =
    order === 1
      ? applied(inLayout(layout, entriesOf(answer, at), f, x), directions[0], f)
      : [quadratic(entriesOf(answer, at), directions)]
  const size = Math.max(...columnMajor(f).map(Math.abs))
  const scale = Math.max(...claimed.map(Math.abs), 1e-3 * size, 1e-9)
  const limit = differenceLimit(order === 1 ? first(shifted) : second(shifted), 0.06, 1e-9 * scale)
  return {
    settled: limit.error <= 1e-7 * scale,
    spread: limit.error / scale,
    error: apart(claimed, limit.value) / scale,
  }
}

const first = (shifted: Shifted) => (h: number) => {
  const behind = shifted(-h)
  return shifted(h).map((entry, k) => (entry - behind[k]) / (2 * h))
}

const second = (shifted: Shifted) => (h: number) => {
  const [a, b, c, d] = [shifted(h, h), shifted(h, -h), shifted(-h, h), shifted(-h, -h)]
  return a.map((entry, k) => (entry - b[k] - c[k] + d[k]) / (4 * h * h))
}

/** What a derivative in numerator layout says about a direction, in the order of vec. */
function applied(derivative: Rows, direction: Rows, f: Rows): number[] {
  const isMatrix = (y: Rows) => y.length > 1 && y[0].length > 1
  const isScalar = (y: Rows) => y.length * y[0].length === 1
  if (isScalar(direction) && isMatrix(f)) return columnMajor(derivative).map(entry => entry * direction[0][0])
  if (isScalar(f) && isMatrix(direction)) {
    return [
      direction.reduce((sum, row, i) => sum + row.reduce((total, entry, j) => total + entry * derivative[j][i], 0), 0),
    ]
  }
  const column = columnMajor(direction)
  return derivative.map(row => row.reduce((sum, entry, k) => sum + entry * column[k], 0))
}

function quadratic(hessian: Rows, [e, f]: readonly Rows[]): number {
  const [left, right] = [columnMajor(e), columnMajor(f)]
  return hessian.reduce((sum, row, i) => sum + left[i] * row.reduce((dot, entry, j) => dot + entry * right[j], 0), 0)
}

function columnMajor(x: Rows): number[] {
  return x[0].flatMap((_, j) => x.map(row => row[j]))
}

function entriesOf(expression: Expression, { values, sizes }: Assignment): Rows {
  const algebra = standInAlgebra
  const matrices = new Map([...values].map(([name, rows]) => [name, algebra.fromRows(rows)]))
  return algebra.toRows(evaluate(expression, { algebra, values: matrices, sizes }))
}
