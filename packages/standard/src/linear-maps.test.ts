import { differential, holdsDifferential, replace, symbol } from '@matrix-derive/core'
import { createRandom, type Rows } from '@matrix-derive/verify'
import { expect, test } from 'vitest'
import { assignTo, deriveText, distance, numbersOf } from './testing/deriving.ts'

const sizes: Record<string, number> = { m: 2, n: 3, p: 4, q: 5 }
const kinds = {
  A: 'matrix(n,m)',
  B: 'matrix(n,p)',
  W: 'matrix(m,n)',
  X: 'matrix(m,n)',
  x: 'vector(n)',
  r: 'rowvector(m)',
  b: 'vector(m)',
}

test.each([
  ['X*A*X', ['X']],
  ['inv(X*A)', ['X']],
  ["X'", ['X']],
  ['X .* W', ['X', 'W']],
  ['kron(X, A)', ['X', 'A']],
  ['X*x', ['X']],
  ['tanh(X*x + b)', ['X']],
  ['softmax(X*x)', ['X']],
  ['r*X*B', ['X', 'B', 'r']],
  ["x*b'*X", ['x', 'X']],
  ['diag(x)*A', ['x']],
  ["diag(X*X')", ['X']],
  ["adj(X*A)'", ['X']],
  ["h = tanh(X); Y = h*A; Y*Y'*Y", ['X']],
  ['h = tanh(X*x); y = h + exp(h); y .* y', ['X']],
  ['expm(X*A)', ['A']],
  ['norm2(X)^2*X', ['X']],
  ["h = W*X'; inner(h, h)*x", ['X']],
] as [string, string[]][])('the derivative of %s by %j is given as a linear map', (text, wrt) => {
  const { answers, store, program, expression } = deriveText({ text, wrt, declarations: kinds })
  const random = createRandom(3)
  const draw = (rows: number, cols: number): Rows =>
    Array.from({ length: rows }, (_, i) => Array.from({ length: cols }, (_, j) => random() + (i === j ? 0.5 : 0)))
  const size = (dimension: string) => sizes[dimension] ?? Number(dimension)
  const values = [...program.symbols].map(
    ([
      name,
      {
        expression: { shape },
      },
    ]) => [name, draw(size(shape.rows), size(shape.cols))] as const,
  )
  const at = assignTo(program, Object.fromEntries(values))
  const stacked = answers.filter(({ map }) => map !== undefined)
  for (const { variable, map } of stacked) {
    const x = at.values.get(variable.data!.name!)!
    const direction = draw(x.length, x[0].length)
    const applied = replace(
      store,
      map!,
      differential(store, variable),
      symbol(store, `E_${variable.data!.name}`, variable.shape),
    )
    expect(holdsDifferential(applied)).toBe(false)
    const actual = numbersOf(applied, {
      ...at,
      values: new Map([...at.values, [`E_${variable.data!.name}`, direction]]),
    })
    const moved = (h: number) => {
      const to = x.map((row, i) => row.map((entry, j) => entry + h * direction[i][j]))
      return numbersOf(expression, { ...at, values: new Map([...at.values, [variable.data!.name!, to]]) })
    }
    const [ahead, behind] = [moved(1e-5), moved(-1e-5)]
    const slope = ahead.map((row, i) => row.map((entry, j) => (entry - behind[i][j]) / 2e-5))
    expect(distance(actual, slope)).toBeLessThan(1e-7)
  }
  const isStacked = (rows: string, cols: string) => rows !== '1' && cols !== '1'
  const { rows, cols } = expression.shape
  const expected = answers.filter(
    ({ variable: { shape } }) => isStacked(rows, cols) || isStacked(shape.rows, shape.cols),
  )
  expect(stacked.map(({ variable }) => variable)).toEqual(expected.map(({ variable }) => variable))
})

test('other derivatives are linear maps as they stand', () => {
  for (const [text, wrt] of [
    ["x'*x", 'x'],
    ['tr(A*X)', 'X'],
    ['A*b', 'b'],
  ]) {
    expect(deriveText({ text, wrt, declarations: kinds }).answers.map(({ map }) => map)).toEqual([undefined])
  }
})
