import { createRandom, type Rows } from '@matrix-derive/verify'
import { transposed } from './deriving.ts'

// Matrices with structure and the changes that keep it, by entries; nothing here is shared with the laws.

export type Structure = 'symmetric' | 'spd' | 'skew' | 'diagonal' | 'lower' | 'upper' | 'orthogonal'

export const n = 3
export const indices = Array.from({ length: n }, (_, i) => i)
export const matrix = (entry: (i: number, j: number) => number): Rows => indices.map(i => indices.map(j => entry(i, j)))
export const unit = (i: number, j: number) => matrix((k, l) => (k === i && l === j ? 1 : 0))
export const plus = (x: Rows, y: Rows, by = 1): Rows => x.map((row, i) => row.map((entry, j) => entry + by * y[i][j]))
const times = (x: Rows, y: Rows): Rows =>
  x.map(row => y[0].map((_, j) => row.reduce((total, entry, k) => total + entry * y[k][j], 0)))

/** The entries on and below the diagonal, column by column. */
const below = indices.flatMap(j => indices.slice(j).map(i => [i, j] as const))

/** The changes by one entry each that determine a matrix; nothing where an entry is always 0. */
export const parameters: Readonly<Record<Exclude<Structure, 'orthogonal'>, readonly (Rows | undefined)[]>> = {
  symmetric: below.map(([i, j]) => (i === j ? unit(i, j) : plus(unit(i, j), unit(j, i)))),
  spd: below.map(([i, j]) => (i === j ? unit(i, j) : plus(unit(i, j), unit(j, i)))),
  skew: below.map(([i, j]) => (i === j ? undefined : plus(unit(i, j), unit(j, i), -1))),
  diagonal: indices.map(i => unit(i, i)),
  lower: below.map(([i, j]) => unit(i, j)),
  upper: below.map(([i, j]) => unit(j, i)),
}

const random = createRandom(11)
export const draw = (rows: number, cols: number): Rows =>
  Array.from({ length: rows }, () => Array.from({ length: cols }, () => 2 * random() - 1))
const free = draw(n, n)
const skewed = plus(free, transposed(free), -1)
const eye = matrix((i, j) => (i === j ? 1 : 0))

/** (I - S/2)⁻¹(I + S/2), the rotation by about S: its series, since S is small enough here. */
function rotation(s: Rows): Rows {
  let [power, sum] = [eye, eye]
  for (let k = 0; k < 60; k++) {
    power = times(power, s).map(row => row.map(entry => entry / 2))
    sum = plus(sum, power, 2)
  }
  return sum
}

export const points: Readonly<Record<Structure, Rows>> = {
  symmetric: plus(free, transposed(free)),
  spd: plus(times(free, transposed(free)), eye),
  skew: skewed,
  diagonal: matrix((i, j) => (i === j ? free[i][j] + 1.5 : 0)),
  lower: matrix((i, j) => (i >= j ? free[i][j] + (i === j ? 1.5 : 0) : 0)),
  upper: matrix((i, j) => (i <= j ? free[i][j] + (i === j ? 1.5 : 0) : 0)),
  orthogonal: rotation(skewed.map(row => row.map(entry => entry / 3))),
}

export interface Change {
  readonly to: (h: number) => Rows
  /** Its direction, of length 1. */
  readonly direction: Rows
}

/** Changes along an orthonormal basis of the directions that keep the structure. */
export function changes(structure: Structure): Change[] {
  const x = points[structure]
  const normed = (y: Rows) => {
    const length = Math.hypot(...y.flat())
    return y.map(row => row.map(entry => entry / length))
  }
  if (structure !== 'orthogonal') {
    const directions = parameters[structure].filter(change => change !== undefined).map(normed)
    return directions.map(direction => ({ to: h => plus(x, direction, h), direction }))
  }
  const turns = parameters.skew.filter(turn => turn !== undefined).map(normed)
  return turns.map(turn => ({
    to: h => times(x, rotation(turn.map(row => row.map(entry => entry * h)))),
    direction: times(x, turn),
  }))
}

export const columnMajor = (x: Rows): number[] => x[0].flatMap((_, j) => x.map(row => row[j]))

/** What else the programs speak of. */
export const values = { A: draw(2, n), B: draw(n, 4), C: draw(n, n), b: draw(n, 1), W: draw(n, n) }
export const declarations = { A: 'matrix(m,n)', B: 'matrix(n,p)', C: 'matrix(n)', W: 'matrix(n)', b: 'vector(n)' }
