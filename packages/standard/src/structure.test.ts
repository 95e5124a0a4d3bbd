import type { StructureMode } from '@matrix-derive/core'
import { createRandom, type Rows } from '@matrix-derive/verify'
import { describe, expect, test } from 'vitest'
import { assignTo, deriveText, distance, inLayout, numbersOf, transposed } from './testing/deriving.ts'

// Derivatives by variables with structure, against differences along changes that keep the structure. What the changes
// are is written down here by entries, and shares nothing with the laws.

type Structure = 'symmetric' | 'spd' | 'skew' | 'diagonal' | 'lower' | 'upper' | 'orthogonal'

const n = 3
const indices = Array.from({ length: n }, (_, i) => i)
const matrix = (entry: (i: number, j: number) => number): Rows => indices.map(i => indices.map(j => entry(i, j)))
const unit = (i: number, j: number) => matrix((k, l) => (k === i && l === j ? 1 : 0))
const plus = (x: Rows, y: Rows, by = 1): Rows => x.map((row, i) => row.map((entry, j) => entry + by * y[i][j]))
const times = (x: Rows, y: Rows): Rows =>
  x.map(row => y[0].map((_, j) => row.reduce((total, entry, k) => total + entry * y[k][j], 0)))

/** The entries on and below the diagonal, column by column. */
const below = indices.flatMap(j => indices.slice(j).map(i => [i, j] as const))

/** The changes by one entry each that determine a matrix; nothing where an entry is always 0. */
const parameters: Readonly<Record<Exclude<Structure, 'orthogonal'>, readonly (Rows | undefined)[]>> = {
  symmetric: below.map(([i, j]) => (i === j ? unit(i, j) : plus(unit(i, j), unit(j, i)))),
  spd: below.map(([i, j]) => (i === j ? unit(i, j) : plus(unit(i, j), unit(j, i)))),
  skew: below.map(([i, j]) => (i === j ? undefined : plus(unit(i, j), unit(j, i), -1))),
  diagonal: indices.map(i => unit(i, i)),
  lower: below.map(([i, j]) => unit(i, j)),
  upper: below.map(([i, j]) => unit(j, i)),
}

const random = createRandom(11)
const draw = (rows: number, cols: number): Rows =>
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

const points: Readonly<Record<Structure, Rows>> = {
  symmetric: plus(free, transposed(free)),
  spd: plus(times(free, transposed(free)), eye),
  skew: skewed,
  diagonal: matrix((i, j) => (i === j ? free[i][j] + 1.5 : 0)),
  lower: matrix((i, j) => (i >= j ? free[i][j] + (i === j ? 1.5 : 0) : 0)),
  upper: matrix((i, j) => (i <= j ? free[i][j] + (i === j ? 1.5 : 0) : 0)),
  orthogonal: rotation(skewed.map(row => row.map(entry => entry / 3))),
}

interface Change {
  readonly to: (h: number) => Rows
  /** Its direction, of length 1. */
  readonly direction: Rows
}

/** Changes along an orthonormal basis of the directions that keep the structure. */
function changes(structure: Structure): Change[] {
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

const columnMajor = (x: Rows): number[] => x[0].flatMap((_, j) => x.map(row => row[j]))

const values = { A: draw(2, n), B: draw(n, 4), C: draw(n, n), b: draw(n, 1), W: draw(n, n) }
const declarations = { A: 'matrix(m,n)', B: 'matrix(n,p)', C: 'matrix(n)', W: 'matrix(n)', b: 'vector(n)' }

function derived(text: string, structure: Structure, mode: StructureMode, layout = 'numerator') {
  const kinds = { ...declarations, X: `${structure}(n)` }
  const task = deriveText({ text, wrt: 'X', declarations: kinds, layout, structure: mode })
  const at = assignTo(task.program, { ...values, X: points[structure] })
  const f = (x: Rows) => numbersOf(task.expression, { ...at, values: new Map([...at.values, ['X', x]]) })
  const slope = (to: (h: number) => Rows) => {
    const h = 1e-5
    const [ahead, behind] = [columnMajor(f(to(h))), columnMajor(f(to(-h)))]
    return ahead.map((entry, k) => (entry - behind[k]) / (2 * h))
  }
  return { actual: numbersOf(task.answer, at), value: f(points[structure]), slope, x: points[structure] }
}

type Derived = ReturnType<typeof derived>

/** In numerator layout: of a scalar the transposed gradient, of anything else a row for each entry. */
function numerator({ value }: Derived, rows: readonly (readonly number[])[]): Rows {
  return value.flat().length > 1 ? rows : indices.map(j => indices.map(i => rows[0][i + j * n]))
}

/** The entries of f by those of X, changes weighed by their directions. */
function projected(found: Derived, structure: Structure): Rows {
  const all = changes(structure).map(({ to, direction }) => ({
    slope: found.slope(to),
    entries: columnMajor(direction),
  }))
  const rows = columnMajor(found.value).map((_, k) =>
    indices.flatMap(j =>
      indices.map(i => all.reduce((total, { slope, entries }) => total + slope[k] * entries[i + j * n], 0)),
    ),
  )
  return numerator(found, rows)
}

function independent(found: Derived, structure: Exclude<Structure, 'orthogonal'>): Rows {
  const slopes = parameters[structure].map(change =>
    change === undefined ? columnMajor(found.value).map(() => 0) : found.slope(h => plus(found.x, change, h)),
  )
  if (found.value.flat().length > 1) return slopes[0].map((_, k) => slopes.map(slope => slope[k]))
  // Each derivative stands wherever its parameter does.
  const gradient = parameters[structure].reduce<Rows>(
    (sum, change, at) => (change === undefined ? sum : plus(sum, change, slopes[at][0])),
    matrix(() => 0),
  )
  return transposed(gradient)
}

const scalars = ['tr(C*X)', "tr(C*X')*tr(W*X)", 'norm2(A*X*B)^2', 'sum(sin(X) .* C)', "b'*X*C*X*b", 'logdet(X + 5*eye)']
const others = ['X*b', "b'*X*C", 'A*X*B', 'X*C*X', 'tanh(X)', 'diag(C*X)']
const structures = Object.keys(points) as Structure[]
const layouts = ['numerator', 'denominator', 'mixed']

describe.each(structures)('by a variable that is %s', structure => {
  const more = structure === 'spd' ? ['logdet(X)', "b'*inv(X)*b", 'chol(X)', 'tr(C*sqrtm(X))'] : []
  const texts = [...scalars, ...others, ...more]

  test.each(texts)('%s has the projected derivative, in every layout', text => {
    for (const layout of layouts) {
      const found = derived(text, structure, 'projected', layout)
      const expected = inLayout(layout, projected(found, structure), found.value, found.x)
      expect(distance(found.actual, expected), layout).toBeLessThan(1e-7)
    }
  })

  test.each(structure === 'orthogonal' ? [] : texts)(
    '%s has the derivative by its own entries, in every layout',
    text => {
      for (const layout of layouts) {
        const found = derived(text, structure, 'independent', layout)
        const own = independent(found, structure as Exclude<Structure, 'orthogonal'>)
        expect(distance(found.actual, inLayout(layout, own, found.value, found.x)), layout).toBeLessThan(1e-7)
      }
    },
  )

  test.each([...scalars, ...others])('%s has the plain derivative where the structure is ignored', text => {
    const found = derived(text, structure, 'ignore')
    const slopes = indices.flatMap(j => indices.map(i => found.slope(h => plus(found.x, unit(i, j), h))))
    const rows = slopes[0].map((_, k) => slopes.map(slope => slope[k]))
    expect(distance(found.actual, numerator(found, rows))).toBeLessThan(1e-7)
  })
})

test('an orthogonal matrix has no entries that determine the others', () => {
  expect(() => derived('tr(C*X)', 'orthogonal', 'independent')).toThrow(/structure with independent entries/)
})
