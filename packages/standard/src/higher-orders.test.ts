import { createRandom, type Rows } from '@matrix-derive/verify'
import { describe, expect, test } from 'vitest'
import { assignTo, type Derived, deriveText, distance, numbersOf, type Task } from './testing/deriving.ts'

// Derivatives of higher order against nested central differences, which know of no identity, no vec and no layout.

type Values = ReadonlyMap<string, Rows>
/** A function of all values, as the list of its entries. */
type Entries = (values: Values) => number[]

const columnMajor = (x: Rows): number[] => x[0].flatMap((_, j) => x.map(row => row[j]))

/** The gradients of all entries by one variable, one after the other: what the next derivative is taken of. */
function gradients(f: Entries, name: string, h: number): Entries {
  return values => {
    const x = values.get(name)!
    const columns = x[0].flatMap((_, j) =>
      x.map((_, i) => {
        const moved = (by: number) =>
          f(
            new Map(values).set(
              name,
              x.map((row, k) => (k === i ? row.map((e, l) => (l === j ? e + by : e)) : row)),
            ),
          )
        const [ahead, behind] = [moved(h), moved(-h)]
        return ahead.map((entry, k) => (entry - behind[k]) / (2 * h))
      }),
    )
    return columns[0].flatMap((_, k) => columns.map(column => column[k]))
  }
}

const sizes: Record<string, number> = { m: 2, n: 3, p: 4, q: 5, k: 2 }

function valuesFor({ program }: Derived): Record<string, unknown> {
  const random = createRandom(7)
  const size = (dimension: string) => sizes[dimension] ?? Number(dimension)
  return Object.fromEntries(
    [...program.symbols].map(
      ([
        name,
        {
          expression: { shape },
        },
      ]) => {
        const rows = Array.from({ length: size(shape.rows) }, (_, i) =>
          Array.from({ length: size(shape.cols) }, (_, j) => (i === j ? 1.2 : 0) + 0.7 * random()),
        )
        return [name, rows]
      },
    ),
  )
}

/** Every answer of a derivation, against differences of the value of f. */
function compare(task: Task, h: number, tolerance: number): string[] {
  const derived = deriveText(task)
  const at = assignTo(derived.program, valuesFor(derived))
  const f: Entries = values => columnMajor(numbersOf(derived.expression, { ...at, values: new Map(values) }))
  return derived.answers.map(({ by, expression }) => {
    const names = by.map(({ data }) => data!.name!)
    const expected = names.reduce((entries, name) => gradients(entries, name, h), f)(at.values)
    // By its last variable a derivative has one column for each entry, so its rows are the gradients.
    const actual = numbersOf(expression, at)
    const isScalar = at.values.get(names[names.length - 1])!.flat().length === 1
    const found = isScalar ? columnMajor(actual) : actual.flat()
    // A 1 beside them measures entries that are 0 against 1 and not against each other.
    expect(distance([[1, ...found]], [[1, ...expected]]), names.join()).toBeLessThan(tolerance)
    return names.join()
  })
}

const A = 'matrix(m,n)'

describe('second derivatives', () => {
  test.each<[string, string[], Record<string, string>, string[]]>([
    ["x'*A*y + norm2(y)^2*x'*x", ['x', 'y'], { A }, ['x,x', 'x,y', 'y,y']],
    ["x'*A*y*norm2(x)", ['y', 'x'], { A }, ['y,y', 'y,x', 'x,x']],
    [
      'tr(A*X*B*Y)*tr(X*C)',
      ['X', 'Y'],
      { X: 'matrix(n,p)', A, Y: 'matrix(q,m)', B: 'matrix(p,q)' },
      ['X,X', 'X,Y', 'Y,Y'],
    ],
    ["logdet(X'*X + t*eye)", ['X', 't'], { X: 'matrix(n,m)', t: 'scalar' }, ['X,X', 'X,t', 't,t']],
    ["logdet(X'*X + t*eye)", ['t', 'X'], { X: 'matrix(n,m)', t: 'scalar' }, ['t,t', 't,X', 'X,X']],
    ['sum(exp(s*t*A*x))', ['t', 'x', 's'], { A, t: 'scalar', s: 'scalar' }, ['t,t', 't,x', 't,s', 'x,x', 'x,s', 's,s']],
    ['X*Y', ['X', 'Y'], { X: A, Y: 'matrix(n,p)' }, ['X,X', 'X,Y', 'Y,Y']],
    ['exp(A*x)', ['x'], { A }, ['x,x']],
    ["r*A*(r.*r)'", ['r'], { r: 'rowvector(n)', A: 'matrix(n)' }, ['r,r']],
    ['sin(t)*r', ['t', 'r'], { r: 'rowvector(n)', t: 'scalar' }, ['t,t', 't,r', 'r,r']],
    ['t^2*A*X', ['t', 'X'], { A, X: 'matrix(n,p)', t: 'scalar' }, ['t,t', 't,X', 'X,X']],
    ['h = tanh(W*x); sum(h.*h)', ['W', 'x'], { W: A }, ['W,W', 'W,x', 'x,x']],
    ["x'*x*b", ['x', 'b'], { x: 'vector(n)', b: 'vector(m)' }, ['x,x', 'x,b', 'b,b']],
  ])('%s by %j', (text, wrt, declarations, expected) => {
    expect(compare({ text, wrt, declarations, order: 2 }, 1e-4, 1e-5)).toEqual(expected)
  })
})

describe('higher orders', () => {
  test.each<[string, string[], Record<string, string>, number]>([
    ['sin(t)^2*A', ['t'], { t: 'scalar', A }, 3],
    ['sum(exp(t*A*x))', ['t'], { A, t: 'scalar' }, 4],
    ['inv(M + t*M*M)', ['t'], { M: 'matrix(n)', t: 'scalar' }, 3],
    ["x'*x*x'*A*x", ['x'], { A: 'matrix(m)' }, 3],
    ['sum(exp(x))', ['x'], { x: 'vector(n)' }, 3],
    ["(x'*x)^2", ['x'], { x: 'vector(m)' }, 4],
    ['tr(X*X*X)', ['X'], { X: 'matrix(m)' }, 3],
    ["(x'*A*y)^2*s", ['x', 's'], { A, s: 'scalar' }, 3],
  ])('%s by %j', (text, wrt, declarations, order) => {
    compare({ text, wrt, declarations, order }, 2e-2, 2e-3)
  })

  test('arranges a derivative by scalars in the layout, any other in one way', () => {
    const shapeOf = (task: Task) => deriveText({ order: 2, ...task }).answer.shape
    const task = { text: 't^3*A', wrt: 't', declarations: { A } }
    expect(shapeOf(task)).toEqual({ rows: 'm', cols: 'n' })
    expect(shapeOf({ ...task, layout: 'denominator' })).toEqual({ rows: 'n', cols: 'm' })
    const vector = { text: 'exp(A*x)', wrt: 'x', declarations: { A } }
    expect(shapeOf(vector)).toEqual({ rows: 'm*n', cols: 'n' })
    expect(shapeOf({ ...vector, layout: 'denominator' })).toEqual({ rows: 'm*n', cols: 'n' })
  })

  test('are bounded', () => {
    expect(() => deriveText({ text: 't^2', wrt: 't', declarations: { t: 'scalar' }, order: 13 })).toThrow(
      /order of at most 12/,
    )
  })
})
