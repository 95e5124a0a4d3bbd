import type { StructureMode } from '@matrix-derive/core'
import type { Rows } from '@matrix-derive/verify'
import { describe, expect, test } from 'vitest'
import { assignTo, deriveText, distance, inLayout, numbersOf, transposed } from './testing/deriving.ts'
import {
  changes,
  columnMajor,
  declarations,
  indices,
  matrix,
  n,
  parameters,
  plus,
  points,
  type Structure,
  unit,
  values,
} from './testing/structures.ts'

// Derivatives by variables with structure, against differences along changes that keep the structure.

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
