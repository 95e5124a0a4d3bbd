import type { StructureMode } from '@matrix-derive/core'
import type { Rows } from '@matrix-derive/verify'
import { describe, expect, test } from 'vitest'
import { assignTo, deriveText, distance, numbersOf } from './testing/deriving.ts'
import {
  changes,
  columnMajor,
  declarations,
  parameters,
  plus,
  points,
  type Structure,
  values,
} from './testing/structures.ts'

// Second derivatives by variables with structure, against second differences along pairs of changes that keep it.

type Flat = Exclude<Structure, 'orthogonal'>

const h = 1e-3

function derived(text: string, structure: Structure, mode: StructureMode) {
  const kinds = { ...declarations, X: `${structure}(n)` }
  const task = deriveText({ text, wrt: 'X', declarations: kinds, order: 2, structure: mode })
  const at = assignTo(task.program, { ...values, X: points[structure] })
  const f = (x: Rows) => columnMajor(numbersOf(task.expression, { ...at, values: new Map([...at.values, ['X', x]]) }))
  return { actual: numbersOf(task.answer, at), f, x: points[structure] }
}

/** Of each entry of f, along a pair of directions. */
function second(f: (x: Rows) => number[], x: Rows, a: Rows, b: Rows): number[] {
  const at = (s: number, t: number) => f(plus(plus(x, a, s * h), b, t * h))
  const [pp, pm, mp, mm] = [at(1, 1), at(1, -1), at(-1, 1), at(-1, -1)]
  return pp.map((entry, k) => (entry - pm[k] - mp[k] + mm[k]) / (4 * h * h))
}

/** By the entries that determine the others: the Hessians of the entries of f, one below the other. */
function independent({ f, x }: ReturnType<typeof derived>, structure: Flat): Rows {
  const own = parameters[structure]
  return f(x).flatMap((_, k) =>
    own.map(a => own.map(b => (a === undefined || b === undefined ? 0 : second(f, x, a, b)[k]))),
  )
}

/** Among the changes that keep the structure: what it makes of any other change is 0, and what it makes is such a change. */
function projected({ f, x }: ReturnType<typeof derived>, structure: Flat): Rows {
  const directions = changes(structure).map(({ direction }) => direction)
  const size = x.length ** 2
  const pairs = directions.flatMap(a =>
    directions.map(b => ({ a: columnMajor(a), b: columnMajor(b), slopes: second(f, x, a, b) })),
  )
  return f(x).flatMap((_, k) =>
    Array.from({ length: size }, (_, i) =>
      Array.from({ length: size }, (_, j) =>
        pairs.reduce((total, { a, b, slopes }) => total + slopes[k] * a[i] * b[j], 0),
      ),
    ),
  )
}

const texts = ['norm2(A*X*B)^2', 'sum(sin(X) .* C)', "b'*X*C*X*b", 'logdet(X + 5*eye)', 'tr(C*X)*tr(X*X*W)', 'X*C*X*b']
const structures: readonly Flat[] = ['symmetric', 'spd', 'skew', 'diagonal', 'lower', 'upper']

describe.each(structures)('twice by a variable that is %s', structure => {
  test.each(texts)('%s', text => {
    const own = derived(text, structure, 'independent')
    expect(distance(own.actual, independent(own, structure)), 'independent').toBeLessThan(1e-4)
    const among = derived(text, structure, 'projected')
    expect(distance(among.actual, projected(among, structure)), 'projected').toBeLessThan(1e-4)
  })
})

test('by one with structure and one without', () => {
  const kinds = { ...declarations, X: 'symmetric(n)', b: 'vector(n)' }
  const task = deriveText({
    text: "b'*X*X*b",
    wrt: ['X', 'b'],
    declarations: kinds,
    order: 2,
    structure: 'independent',
  })
  expect(task.answers.map(({ expression: { shape } }) => `${shape.rows} by ${shape.cols}`)).toEqual([
    expect.stringMatching(/^(.+) by \1$/),
    expect.stringMatching(/ by n$/),
    'n by n',
  ])
})

test('the orthogonal matrices are a curved set', () => {
  expect(() => derived('tr(C*X)', 'orthogonal', 'projected')).toThrow(/curvature/)
})
