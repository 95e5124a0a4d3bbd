import { type Expression, problemOf, type StructureMode } from '@matrix-derive/core'
import {
  familyCount,
  programDeclarations,
  programDirection,
  programSizes,
  programValues,
  type RandomProgram,
} from '@matrix-derive/testing/programs'
import { type Assignment, createRandom, evaluate, type Rows, standInAlgebra } from '@matrix-derive/verify'
import { assignTo, type Derived, deriveText, inLayout, transposed } from './deriving.ts'
import { apart, differenceLimit } from './differences.ts'

/** How a derivative of a program is asked for. */
export interface Question extends RandomProgram {
  readonly layout: string
  /** Whether sums over samples are written with the matrices of all samples. */
  readonly collect?: boolean
  /** What becomes of the structure of what it is derived by; `ignore` where absent. */
  readonly structure?: StructureMode
}

export interface Agreement {
  readonly verdict: 'agrees' | 'differs' | 'no point'
  readonly text: string
  readonly detail: string
  readonly derived: Derived
}

const mostPoints = 8
/** Entries are at least 0.6 from 0. Where differences do not settle, the next point is tried with smaller ones. */
const widest = 0.06
const tolerance = 1e-6

type Shifted = (...by: readonly number[]) => number[]

/** Whether the derivative of a program agrees with differences of its own value, at a point where these settle. */
export function agreement(question: Question, seed: number): Agreement {
  const derived = deriveText({ ...question, declarations: programDeclarations })
  const text = `${question.text}   by ${question.wrt}, order ${question.order}, ${question.layout}${question.collect ? ', collected' : ''}${question.structure ? `, ${question.structure}` : ''}`
  let detail = ''
  for (let point = 0; point < mostPoints; point++) {
    try {
      const found = compare(question, derived, createRandom(seed + point), widest / 4 ** point)
      // Where rounding leaves 0 of a small number, as of softplus(-1e4), what divides by it has no value; elsewhere it has.
      if (found.settled && !Number.isNaN(found.error))
        return {
          verdict: found.error <= tolerance ? 'agrees' : 'differs',
          text,
          detail: `off by ${found.error}`,
          derived,
        }
      detail = found.settled ? 'the derivative has no value' : `differences settle to ${found.spread}`
    } catch (thrown) {
      const problem = problemOf(thrown)
      if (problem?.code !== 'value') throw thrown
      detail = problem.message
    }
  }
  return { verdict: 'no point', text, detail, derived }
}

function compare(
  { wrt, layout, order, structure }: Question,
  { expression, answer, program }: Derived,
  random: () => number,
  step: number,
) {
  const values = programValues(random)
  const at = assignTo(program, values)
  const moving = movingIn(at, wrt)
  const { x } = moving
  const directions = Array.from({ length: order }, () =>
    programDirection(
      wrt,
      x.map(row => [...row]),
      random,
    ),
  )
  const entriesOf = evaluator()
  const f = entriesOf(expression, at)
  const shifted: Shifted = (...by) => {
    const moved = x.map((row, i) =>
      row.map((entry, j) => by.reduce((sum, t, k) => sum + t * directions[k][i][j], entry)),
    )
    return columnMajor(entriesOf(expression, { ...at, values: moving.at(moved) }))
  }
  const isGradient = order === 1 && f.length * f[0].length === 1
  const along = structure === 'independent' ? directions.map(by => independentPart(wrt, by, isGradient)) : directions
  const claim = entriesOf(answer, at)
  const claimed = order === 1 ? applied(inLayout(layout, claim, f, x), along[0], f) : [quadratic(claim, along)]
  const size = (entries: readonly number[]) => Math.max(...entries.map(Math.abs))
  // What is 0 everywhere, as the sum of a skew matrix, has rounding for a value, of parts that are about 1.
  const least = Math.max(1e-3 * size(columnMajor(f)), 1e-6)
  const limit = differenceLimit(order === 1 ? first(shifted) : second(shifted), step, 1e-9 * least)
  // Differences of what oscillates too fast settle to nothing of the size of the derivative: they speak for themselves.
  const scale = Math.max(size(limit.value), least)
  return {
    settled: limit.error <= 1e-7 * scale,
    spread: limit.error / scale,
    error: apart(claimed, limit.value) / Math.max(size(claimed), scale),
  }
}

/**
 * A change of what has structure by the entries that determine it: for a gradient, which has a place for all entries, with
 * 0 for the others, and otherwise as a column.
 */
function independentPart(wrt: string, direction: Rows, isGradient: boolean): Rows {
  const [kind] = programDeclarations[wrt.split('[')[0]].split('(')
  const isOwn = (i: number, j: number) => (kind === 'upper' ? i <= j : kind === 'diagonal' ? i === j : i >= j)
  if (isGradient) return direction.map((row, i) => row.map((entry, j) => (isOwn(i, j) ? entry : 0)))
  const columns = kind === 'upper' ? direction : transposed(direction)
  return columns.flatMap((column, j) =>
    column.flatMap((entry, i) => ((kind === 'upper' ? isOwn(j, i) : isOwn(i, j)) ? [[entry]] : [])),
  )
}

/** What moves, a whole value or the member of a family, and all values with something else in its place. */
function movingIn({ values }: Assignment, wrt: string): { readonly x: Rows; at(x: Rows): Assignment['values'] } {
  const [name, number] = wrt.replace(']', '').split('[')
  const whole = values.get(name)!
  if (number === undefined) return { x: whole, at: x => new Map(values).set(name, x) }
  const at = values.get(number)![0][0] - 1
  // Rows and numbers stand one below the other; no other size is that of a family.
  if (whole.length === programSizes[familyCount]) {
    return { x: [whole[at]], at: ([row]) => new Map(values).set(name, whole.with(at, row)) }
  }
  const width = whole[0].length / programSizes[familyCount]
  const before = at * width
  return {
    x: whole.map(row => row.slice(before, before + width)),
    at: x =>
      new Map(values).set(
        name,
        whole.map((row, i) => row.toSpliced(before, width, ...x[i])),
      ),
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

/** Values of expressions. What did not move since the last one is not made into a matrix again. */
function evaluator(): (expression: Expression, at: Assignment) => Rows {
  const algebra = standInAlgebra
  const made = new Map<Rows, ReturnType<typeof algebra.fromRows>>()
  const matrixOf = (rows: Rows) => {
    const known = made.get(rows) ?? algebra.fromRows(rows)
    made.set(rows, known)
    return known
  }
  return (expression, { values, sizes }) => {
    const matrices = new Map([...values].map(([name, rows]) => [name, matrixOf(rows)]))
    return algebra.toRows(evaluate(expression, { algebra, values: matrices, sizes }))
  }
}
