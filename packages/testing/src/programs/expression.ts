import type { Choices } from './choices.ts'
import { createDomains, isSmall, type Write } from './domains.ts'
import { declaredFunctions, elementwiseNames, plainSizes, type Shape, type Size } from './names.ts'
import type { Scope } from './scope.ts'

const scalarShape: Shape = { rows: '1', cols: '1' }
/** Functions that stay moderate wherever they are taken ... */
const tame = [
  ...['sin', 'cos', 'tanh', 'sigmoid', 'atan', 'arctan', 'softplus', 'erf'],
  ...elementwiseNames,
  ...elementwiseNames.map(name => `${name}'`),
  ...elementwiseNames.map(name => `${name}''`),
]
/** ... and those that do not. */
const growing = ['exp', 'sinh', 'cosh']

/** ones or zeros of a shape, called with as many sizes as it takes. */
function constant(name: 'ones' | 'zeros', { rows, cols }: Shape): string {
  return cols === '1' ? `${name}(${rows})` : `${name}(${rows},${cols})`
}

/**
 * A writer of expressions over the whole grammar of the language: every operator, every function, every kind of
 * declared function, at every shape that has it. `intermediates` are names defined before, with their shapes; `order` is
 * that of the derivative asked for.
 */
export function createWriter(
  choices: Choices,
  scope: Scope,
  order: 1 | 2,
  intermediates: readonly (Shape & { name: string })[],
): Write {
  const size = () => choices.of(plainSizes)
  const sizeOrOne = () => choices.of<Size>(['1', ...plainSizes])
  const write = (rows: Size, cols: Size, depth: number) => any({ rows, cols }, depth)

  const any: Write = (shape, depth) => (depth <= 0 ? leaf(shape) : choices.of(alternatives(shape, depth - 1))())
  const domains = createDomains(choices, scope, any, order)
  const { positive, apart, bounded, definite, principal, invertible, constantRank } = domains

  const leaf = (shape: Shape): string => {
    const { rows, cols } = shape
    const own = intermediates.flatMap(other => {
      if (other.rows === rows && other.cols === cols) return Array(4).fill(other.name)
      return other.rows === cols && other.cols === rows ? Array(3).fill(`${other.name}'`) : []
    })
    const fitting = [...scope.fitting(shape, ['mixed', 'positive', 'structured']), ...own]
    if (rows === cols && rows !== '1') fitting.push(`eye(${rows})`)
    if (rows === '1' && cols === '1') fitting.push('2', '1/2', '0.3', '.5', '.04e1', choices.of(scope.integers))
    else fitting.push(`ones(${rows},${cols})`)
    if (fitting.length < 3 && rows === 'm*n' && cols === '1') fitting.push('vec(X)', 'kron(a, x)')
    return choices.of(fitting)
  }

  const alternatives = (shape: Shape, d: number): (() => string)[] => {
    const { rows, cols } = shape
    const same = () => any(shape, d)
    const all = [
      () => leaf(shape),
      ...arithmetic(shape, d),
      () => `${choices.of([...growing, ...tame])}(${bounded(shape, d)})`,
      () => `${choices.of(tame)}(${choices.of(['', '1/2*'])}${same()})`,
      () => `${choices.of(['log', 'sqrt'])}(${positive(shape, d)})`,
      () => `tan(${bounded(shape, d)})`,
      () => `${choices.of(['asin', 'acos', 'arcsin', 'arccos'])}(4/5*${bounded(shape, d)})`,
      () => `${choices.of(['abs', 'sign', 'relu', 'step'])}(${apart(shape, d)})`,
      ...declared(shape, d),
      () => scope.sum(same),
      () => scope.sum(same),
    ]
    const isScalar = rows === '1' && cols === '1'
    const isPlain = rows !== 'm*n' && cols !== 'm*n'
    all.push(...(isScalar ? toScalar(d) : entrywise(shape, d)))
    if (rows === cols && isPlain) all.push(...squares(shape, d))
    if (rows === cols && isPlain && !isScalar) all.push(() => `(${same()} + ${any(scalarShape, d)}*eye)`)
    if (isPlain) all.push(() => `pinv(${constantRank({ rows: cols, cols: rows }, d)})`)
    if ((cols === '1') !== (rows === '1')) all.push(() => `softmax(${same()})`)
    if (cols === '1' && isPlain)
      all.push(
        () => `diag(${write(rows, rows, d)})`,
        () => `vec(${same()})`,
      )
    if (!isPlain) all.push(...stacked(shape, d))
    return all
  }

  const arithmetic = (shape: Shape, d: number): (() => string)[] => {
    const { rows, cols } = shape
    const same = () => any(shape, d)
    const chain = (...sizes: readonly Size[]) =>
      sizes
        .slice(1)
        .map((to, i) => write(sizes[i], to, d))
        .join('*')
    return [
      () => `(${same()} + ${same()})`,
      () => `(${same()} - ${same()})`,
      () => `(-${same()})`,
      () => `(${choices.of(['3', '1/2', '-2'])}*${same()})`,
      () => `(${any(scalarShape, d)}*${same()})`,
      () => `(${same()}/${apart(scalarShape, d)})`,
      () => `((${write(cols, rows, d)})${choices.of(["'", '^T', 'ᵀ'])})`,
      () => `transpose(${write(cols, rows, d)})`,
      () => `(+${same()})`,
      () => `(${chain(rows, sizeOrOne(), cols)})`,
      () => `(${chain(rows, size(), cols)})`,
      () => `(${chain(rows, size(), sizeOrOne(), cols)})`,
    ]
  }

  const entrywise = (shape: Shape, d: number): (() => string)[] => {
    const { cols } = shape
    const same = () => any(shape, d)
    return [
      () => `(${same()} ${choices.of(['.*', '∘', '⊙'])} ${same()})`,
      () => `hadamard(${same()}, ${same()})`,
      () => `(${same()} ${choices.of(['./', '⊘'])} ${apart(shape, d)})`,
      () => `(${any(scalarShape, d)} ./ ${apart(shape, d)})`,
      () => `((${same()}).^${choices.of(['2', '3', ...scope.exponents])})`,
      () => `((${apart(shape, d)}).^${choices.of(['-1', '-2'])})`,
      () => `((${positive(shape, d)}).^${choices.of(['(1/2)', '(-3/2)', 'c', `(${bounded(scalarShape, d)})`])})`,
      () => `(${any(scalarShape, d)}*${constant('ones', shape)})`,
      () => `(${same()} ${choices.of(['+', '-', '.*'])} ${cols === '1' ? 'vector' : 'matrix'}(${any(scalarShape, d)}))`,
      () => `${choices.of(['tril', 'triu'])}(${same()})`,
      () => `(${same()} + ${constant('zeros', shape)})`,
    ]
  }

  const toScalar = (d: number): (() => string)[] => {
    const [k, j] = [sizeOrOne(), sizeOrOne()]
    const column = (rows: Size) => write(rows, '1', d)
    const matrix = () => write(k, j, d)
    return [
      () => `${choices.of(['tr', 'trace'])}(${write(k, k, d)})`,
      () => `det(${choices.of([invertible, principal])({ rows: k, cols: k }, d)})`,
      () => `logdet(${principal({ rows: k, cols: k }, d)})`,
      () => `${choices.of(['sum', 'mean'])}(${matrix()})`,
      () => `logsumexp(${column(k)})`,
      // The gradient of a matrix has exponentials of its entries, which overflow where those are large.
      () => `logsumexp(${bounded({ rows: k, cols: j }, d)})`,
      () => `${choices.of(['norm2', 'norm', 'normF', 'norm1'])}(${apart({ rows: k, cols: j }, d)})`,
      () => `‖${apart({ rows: k, cols: j }, d)}‖`,
      () => `norm2(${matrix()})^2`,
      () => `inner(${matrix()}, ${matrix()})`,
      () => `dot(${column(k)}, ${column(k)})`,
      () => `((${any(scalarShape, d)})${choices.of(['^2', '^3', '²', '³', ...scope.exponents.map(k => `^${k}`)])})`,
      () => `power(${any(scalarShape, d)}, 2)`,
      () => `((${apart(scalarShape, d)})^${choices.of(['-1', '-2'])})`,
      () => `((${positive(scalarShape, d)})^(${choices.of(['1/2', 'c', bounded(scalarShape, d)])}))`,
      () => `sum(kron(${matrix()}, ${write('m', '1', d)}))`,
      () => `dot(vech(${write('n', 'n', d)}), elimination(n)*vec(${write('n', 'n', d)}))`,
      () => `sum(duplication(m)*vech(${write('m', 'm', d)}))`,
    ]
  }

  const squares = (shape: Shape, d: number): (() => string)[] => {
    const same = () => any(shape, d)
    const { rows: n } = shape
    return [
      () =>
        `((${same()})${choices.of(['^2', '³', '^0', ...scope.exponents.map(k => `^${k}`), `^(${choices.of(scope.exponents)} - 1)`])})`,
      () =>
        `((${invertible(shape, d)})${choices.of(['^-1', '⁻¹', '⁻²', '^-2', '^-3', `^(-${choices.of(scope.exponents)})`])})`,
      () => `inv(${invertible(shape, d)})`,
      () => `adj(${invertible(shape, d)})`,
      () => `${choices.of(order === 1 || isSmall(n) ? ['sqrtm', 'logm'] : ['sqrtm'])}(${principal(shape, d)})`,
      () => `chol(${definite(shape, d)})`,
      () => `diag(${write(n, '1', d)})`,
      ...derivatives(shape, d),
    ]
  }

  /**
   * Every derivative doubles the matrices that the next one is written with, and φ1 itself is half of a larger matrix:
   * what is derived more than once begins small.
   */
  const derivatives = (shape: Shape, d: number): (() => string)[] => {
    const same = () => any(shape, d)
    const isNumber = shape.rows === '1'
    const direct = (...names: string[]) => `${choices.of(names)}(${bounded(shape, d)})`
    const along = (...names: string[]) => `frechet(${choices.of(names)}, ${principal(shape, d)}, ${same()})`
    if (order === 2 && !isNumber) return isSmall(shape.rows) ? [() => direct('expm'), () => along('sqrtm')] : []
    const once = [() => direct('expm', 'phi1'), () => along('expm', 'logm', 'sqrtm')]
    if (!isSmall(shape.rows)) return once
    return [
      ...once,
      () => `frechet(phi1, ${bounded(shape, d)}, ${same()})`,
      () => `frechet(expm, ${bounded(shape, d)}, ${same()}, ${same()})`,
    ]
  }

  const declared = (shape: Shape, d: number): (() => string)[] =>
    declaredFunctions
      .filter(({ rows, cols }) => rows === shape.rows && cols === shape.cols)
      .map(
        ({ name, operands }) =>
          () =>
            `${name}(${operands.map(operand => any(operand, d)).join(', ')})`,
      )
      .concat(shape.rows === '1' && shape.cols === 'n' ? [() => `D(l)(${write('n', '1', d)})`] : [])
      .concat(shape.rows === 'm' && shape.cols === 'n' ? [() => `D(g)(${write('n', '1', d)})`] : [])
      .concat(shape.rows === 'n' && shape.cols === 'm' ? [() => `D(loss)(${write('m', 'n', d)})`] : [])
      .concat(shape.rows === 'n' && shape.cols === 'n' ? [() => `D(D(l))(${write('n', '1', d)})`] : [])

  /** Shapes that only vec and ⊗ give. */
  const stacked = ({ rows, cols }: Shape, d: number): (() => string)[] => {
    if (cols !== '1' && rows !== '1') {
      const [top, bottom]: Size[] = rows === 'm*n' ? ['m', 'n'] : [rows, '1']
      const [left, right]: Size[] = cols === 'm*n' ? ['m', 'n'] : [cols, '1']
      return [() => `kron(${write(top, left, d)}, ${write(bottom, right, d)})`]
    }
    const turn = cols === '1' ? (text: string) => text : (text: string) => `(${text})'`
    return [
      () => turn(`vec(${write('m', 'n', d)})`),
      () => turn(`(${write('m', '1', d)} ⊗ ${write('n', '1', d)})`),
      () => turn(`(commutation(n,m)*vec(${write('n', 'm', d)}))`),
    ]
  }

  return any
}
