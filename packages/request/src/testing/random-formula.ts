import type { Choices } from '@matrix-derive/testing/programs'

type Size = '1' | 'm' | 'n'

const names: readonly (readonly [name: string, rows: Size, cols: Size, declaration: string])[] = [
  ['c', '1', '1', 'scalar'],
  ['t', '1', '1', 'scalar'],
  ['x', 'n', '1', 'vector(n)'],
  ['b', 'n', '1', 'vector(n)'],
  ['u', 'm', '1', 'vector(m)'],
  ['A', 'm', 'n', 'matrix(m,n)'],
  ['X', 'm', 'n', 'matrix(m,n)'],
  ['M', 'n', 'n', 'matrix(n)'],
  ['Y', 'n', 'n', 'matrix(n)'],
  ['S', 'n', 'n', 'symmetric(n)'],
]

export const formulaDeclarations: Readonly<Record<string, string>> = {
  ...Object.fromEntries(names.map(([name, , , declaration]) => [name, declaration])),
  sigma: 'elementwise',
  l: 'function(vector(n)) -> scalar',
}

export const formulaVariables = ['t', 'x', 'X', 'Y'] as const

/** A well-typed formula, by construction: its parts have the shapes that it needs. */
export function randomFormula(choices: Choices): string {
  const [rows, cols] = choices.of<readonly [Size, Size]>([
    ['1', '1'],
    ['1', '1'],
    ['1', '1'],
    ['n', '1'],
    ['m', '1'],
    ['1', 'n'],
    ['m', 'n'],
  ])
  return formula(choices, rows, cols, 3)
}

function formula(choices: Choices, rows: Size, cols: Size, depth: number): string {
  if (depth === 0) return leaf(choices, rows, cols)
  const of = (r: Size, c: Size) => formula(choices, r, c, depth - 1)
  const same = () => of(rows, cols)
  const k = () => choices.of<Size>(['n', 'm', '1'])
  const product = () => {
    const inner = k()
    return `(${of(rows, inner)}*${of(inner, cols)})`
  }
  const kinds = [
    () => leaf(choices, rows, cols),
    product,
    product,
    () => `(${same()} + ${same()})`,
    () => `(${same()} - ${same()})`,
    () => `(${of('1', '1')}*${same()})`,
    () => `(${of(cols, rows)})'`,
    () => `${choices.of(['exp', 'sin', 'tanh', 'sigma'])}(${same()})`,
    ...(rows === '1' && cols === '1' ? scalars(of, k) : []),
    ...(rows !== '1' || cols !== '1' ? [() => `(${same()} .* ${same()})`] : []),
    ...(rows === 'n' && cols === 'n' ? [() => `inv(${of('n', 'n')} + 2*eye(n))`] : []),
  ]
  return choices.of(kinds)()
}

function scalars(of: (rows: Size, cols: Size) => string, k: () => Size): (() => string)[] {
  return [
    () => `tr(${of('n', 'n')})`,
    () => `norm2(${of(k(), '1')})^2`,
    () => `sum(${of('m', 'n')})`,
    () => `(${of('1', 'n')}*${of('n', '1')})`,
    () => `l(${of('n', '1')})`,
    () => `det(${of('n', 'n')})`,
    () => `log((${of('1', '1')})^2 + 1)`,
  ]
}

function leaf(choices: Choices, rows: Size, cols: Size): string {
  const fitting = names.flatMap(([name, r, c]) => {
    if (r === rows && c === cols) return [name]
    return r === cols && c === rows ? [`${name}'`] : []
  })
  return fitting.length > 0 ? choices.of(fitting) : `ones(${rows},${cols})`
}
