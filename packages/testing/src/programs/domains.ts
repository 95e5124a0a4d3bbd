import type { Choices } from './choices.ts'
import { plainSizes, type Shape, type Size } from './names.ts'
import type { Scope } from './scope.ts'

// Expressions that lie in the domain of a function by construction: log of what is positive, chol of what is positive
// definite. Nothing is generated only to be thrown away.

/** Writes an expression of this shape with at most so many operators inside of one another. */
export type Write = (shape: Shape, depth: number) => string

/** Writers of expressions with a property that some function asks for. */
export interface Domains {
  /** Every entry positive. */
  readonly positive: Write
  /** No entry 0, or near it. */
  readonly apart: Write
  /** Every entry between -1 and 1. */
  readonly bounded: Write
  /** Positive definite. */
  readonly definite: Write
  /** Square, all eigenvalues in the open right half plane or so near to it that the principal root and logarithm exist. */
  readonly principal: Write
  readonly invertible: Write
  /** Of a rank that does not change nearby. */
  readonly constantRank: Write
}

/**
 * Whether a second derivative of a power series is cheap at this size: it is written with matrices of four times as
 * many rows, in Kronecker products.
 */
export const isSmall = (size: Size): boolean => size === '1' || size === 'm'

/** The writers, given one for any expression at all. */
export function createDomains(choices: Choices, scope: Scope, any: Write, order: 1 | 2): Domains {
  const canExponentiate = (size: Size) => order === 1 || isSmall(size)

  const pick = (...alternatives: readonly (() => string)[]) => choices.of(alternatives)()
  const flipped = ({ rows, cols }: Shape): Shape => ({ rows: cols, cols: rows })
  const isScalar = ({ rows, cols }: Shape) => rows === '1' && cols === '1'
  const ones = (shape: Shape) => (isScalar(shape) ? '1' : `ones(${shape.rows},${shape.cols})`)
  const dot = (shape: Shape) => (isScalar(shape) ? '' : '.')
  const square = (size: Size): Shape => ({ rows: size, cols: size })

  const positive: Write = (shape, depth) => {
    const d = depth - 1
    const leaf = () => choices.of([...scope.fitting(shape, ['positive']), `(2*${ones(shape)})`, ones(shape)])
    if (depth <= 0) return leaf()
    const alternatives = [
      leaf,
      () => `exp(${bounded(shape, d)})`,
      () => `((${any(shape, d)})${dot(shape)}^2 + ${ones(shape)})`,
      () => `(2*${ones(shape)} + sin(${any(shape, d)}))`,
      () => `softplus(${any(shape, d)})`,
      () => `sigmoid(${bounded(shape, d)})`,
      () => `cosh(${bounded(shape, d)})`,
      () => `sqrt(${positive(shape, d)})`,
      () => `abs(${apart(shape, d)})`,
      () => `(${positive(shape, d)} + ${positive(shape, d)})`,
      () => `(${positive(shape, d)} ${dot(shape)}* ${positive(shape, d)})`,
      () => `(${positive(shape, d)} ${dot(shape)}/ ${positive(shape, d)})`,
      () => `((${positive(shape, d)})${dot(shape)}^(${bounded({ rows: '1', cols: '1' }, d)}))`,
      () => `((${positive(flipped(shape), d)})')`,
      () => scope.sum(() => positive(shape, d)),
    ]
    if (isScalar(shape)) {
      const size = choices.of(plainSizes)
      alternatives.push(
        () => `norm2(${apart({ rows: size, cols: choices.of(plainSizes) }, d)})`,
        () => `norm1(${apart({ rows: size, cols: '1' }, d)})`,
        () => `tr(${definite(square(size), d)})`,
        () => `det(${definite(square('m'), d)})`,
        () => `sum(${positive({ rows: size, cols: choices.of(plainSizes) }, d)})`,
      )
    }
    if (shape.cols === '1' && shape.rows !== '1') alternatives.push(() => `softmax(${bounded(shape, d)})`)
    return choices.of(alternatives)()
  }

  const apart: Write = (shape, depth) => {
    const d = depth - 1
    const leaf = () => choices.of([...scope.fitting(shape, ['mixed', 'positive']), ones(shape)])
    if (depth <= 0) return leaf()
    return pick(
      leaf,
      () => positive(shape, d),
      () => `(-${positive(shape, d)})`,
      () => `(${positive(shape, d)} ${dot(shape)}* ${leaf()})`,
      () => `((${leaf()})${dot(shape)}^-1)`,
      () => `((${leaf()})${dot(shape)}^3)`,
      () => `sinh(${leaf()})`,
    )
  }

  const bounded: Write = (shape, depth) => {
    const d = depth - 1
    const leaf = () => choices.of([...scope.fitting(shape, ['mixed', 'positive']), `(1/2*${ones(shape)})`])
    if (depth <= 0) return leaf()
    return pick(
      leaf,
      () => `sin(${any(shape, d)})`,
      () => `cos(${any(shape, d)})`,
      () => `tanh(${any(shape, d)})`,
      () => `erf(${any(shape, d)})`,
      () => `(1/2*atan(${any(shape, d)}))`,
      () => `(${bounded(shape, d)} ${dot(shape)}* ${bounded(shape, d)})`,
      () => `((${bounded(flipped(shape), d)})')`,
    )
  }

  const definite: Write = (shape, depth) => {
    const [d, { rows: n }] = [depth - 1, shape]
    const leaf = () => choices.of([...definiteNames(n), `eye(${n})`])
    if (depth <= 0) return leaf()
    return pick(
      leaf,
      () => withSquare(n, d),
      () => `(${definite(shape, d)} + ${definite(shape, d)})`,
      () => `(${positive({ rows: '1', cols: '1' }, d)}*${definite(shape, d)})`,
      () => `inv(${definite(shape, d)})`,
      () => `sqrtm(${definite(shape, d)})`,
      () => `diag(${positive({ rows: n, cols: '1' }, d)})`,
      () => `(${definite(shape, d)} .* ${definite(shape, d)})`,
      // What is raised to a power stays simple: the condition of a power is the power of the condition.
      () => `(${leaf()}^${choices.of(scope.exponents)})`,
      () => scope.sum(() => definite(shape, d)),
      () => (canExponentiate(n) ? withExponential(shape, d) : withSquare(n, d)),
    )
  }

  /** E*E' + I of any E. */
  const withSquare = (n: Size, depth: number) => {
    const e = any({ rows: n, cols: choices.of(plainSizes) }, depth)
    return `(${e}*(${e})' + eye(${n}))`
  }

  const withExponential = (shape: Shape, depth: number) => {
    const e = bounded(shape, depth)
    return `expm((${e} + (${e})')/2)`
  }

  const principal: Write = (shape, depth) => {
    const [d, { rows: n }] = [depth - 1, shape]
    if (depth <= 0) return definite(shape, depth)
    return pick(
      () => definite(shape, d),
      // By Gershgorin's circles: n + 1 on the diagonal outweighs what stands beside it.
      () => `(${gershgorin[n]}*eye(${n}) + ${bounded(shape, d)})`,
      () => `(2*eye(${n}) + ${choices.of(['tril', 'triu'])}(${bounded(shape, d)}))`,
      () => (canExponentiate(n) ? `expm(1/2*${bounded(shape, d)})` : `sqrtm(${definite(shape, d)})`),
      () => `sqrtm(${principal(shape, d)})`,
      () => `chol(${definite(shape, d)})`,
      () => `((${principal(shape, d)})')`,
      () => `inv(${principal(shape, d)})`,
    )
  }

  const invertible: Write = (shape, depth) => {
    const d = depth - 1
    const leaf = () => choices.of([...definiteNames(shape.rows), ...(shape.rows === 'm' ? ['Q'] : [])])
    if (depth <= 0) return leaf()
    return pick(
      leaf,
      () => principal(shape, d),
      () => `(${invertible(shape, d)}*${invertible(shape, d)})`,
      () => `(-${principal(shape, d)})`,
      () => `((${invertible(shape, d)})')`,
      () => `((${invertible(shape, d)})^${choices.of(['-1', '2', '-2'])})`,
      () => `(${leaf()}^${choices.of([...scope.exponents, `(-${choices.of(scope.exponents)})`])})`,
      () => (canExponentiate(shape.rows) ? `expm(${bounded(shape, d)})` : principal(shape, d)),
      () => `adj(${principal(shape, d)})`,
    )
  }

  const constantRank: Write = (shape, depth) => {
    const d = depth - 1
    const isSquare = shape.rows === shape.cols
    const leaf = () =>
      isSquare ? invertible(shape, 0) : choices.of([...scope.fitting(shape, ['mixed', 'positive']), ones(shape)])
    if (depth <= 0) return leaf()
    const alternatives = [
      leaf,
      () => `(${apart({ rows: shape.rows, cols: '1' }, d)}*${apart({ rows: '1', cols: shape.cols }, d)})`,
      () => `((${constantRank(flipped(shape), d)})')`,
      () => `pinv(${constantRank(flipped(shape), d)})`,
    ]
    if (isSquare) alternatives.push(() => invertible(shape, d))
    else {
      if (shape.rows !== '1') alternatives.push(() => `(${invertible(square(shape.rows), d)}*${leaf()})`)
      if (shape.cols !== '1') alternatives.push(() => `(${leaf()}*${invertible(square(shape.cols), d)})`)
    }
    return choices.of(alternatives)()
  }

  const definiteNames = (size: Size): string[] => {
    if (size === 'm') return ['P', ...scope.fitting(square(size), ['structured']).filter(name => name.startsWith('PP'))]
    return size === 'n' ? ['R'] : [`(2*eye(${size}))`]
  }

  return { positive, apart, bounded, definite, principal, invertible, constantRank }
}

const gershgorin: Readonly<Record<Size, number>> = { '1': 2, m: 3, n: 4, p: 5, 'm*n': 7 }
