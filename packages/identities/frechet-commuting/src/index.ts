import {
  defineIdentity,
  type Expression,
  eye,
  factorsOf,
  frechetFunctionName,
  frontOf,
  holdsDifferential,
  inverse,
  inverseOperator,
  invertRational,
  isEye,
  matrixExponential,
  matrixSquareRoot,
  minusOne,
  number,
  power,
  powerOperator,
  product,
  rational,
  type Store,
} from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * Where X and E commute, f(X + hE) has a Taylor series as numbers have. Multiples of the identity do, and of what X itself
 * is a multiple of, its powers and its inverse.
 */
export default defineIdentity(manifest, {
  phase: 'simplify',
  on: ['frechet-expm', 'frechet-logm', 'frechet-sqrtm'],
  statement: [
    'frechet(expm, t*X, X) -> expm(t*X)*X',
    'frechet(logm, t*X, X) -> eye(n)/t',
    'frechet(sqrtm, X, eye(n)) -> inv(sqrtm(X))/2',
  ],
  where: { X: 'matrix(n)', t: 'scalar' },
  title: 'directions that commute with X: f′(X)*E',
  source: 'Higham, Functions of Matrices, section 3.2',
  apply: (node, { store }) => {
    const { operator, operands } = node
    const [x, direction, ...others] = operands
    if (holdsDifferential(node) || others.length > 0 || !commute(store, x, direction)) return undefined
    const name = frechetFunctionName(operator)!
    const ratio = name === 'expm' ? undefined : ratioOf(store, direction, x)
    if (ratio !== undefined) return product(store, [...ratio, ...slopeTimesPoint(store, name, x)])
    return product(store, isEye(direction) ? slope(store, name, x) : [...slope(store, name, x), direction])
  },
})

/** Whether the one is a multiple of a power of the other, or of the identity; seen from what is written. */
function commute(store: Store, x: Expression, y: Expression): boolean {
  const [a, b] = [baseOf(store, x), baseOf(store, y)]
  return a === b || isEye(a) || isEye(b)
}

/** The X of t*X, X^k and inv(X). */
function baseOf(store: Store, x: Expression): Expression {
  const plain = withoutFront(store, x)
  const isPower = plain.operator === powerOperator || plain.operator === inverseOperator
  return isPower ? baseOf(store, plain.operands[0]) : plain
}

/** The X of t*X. */
function withoutFront(store: Store, x: Expression): Expression {
  const { chain } = factorsOf(x)
  return chain.length === 0 ? x : product(store, chain)
}

/** The factors of the number c in E = c*X; undefined where there is none, as X is no multiple of E. */
function ratioOf(store: Store, e: Expression, x: Expression): Expression[] | undefined {
  if (withoutFront(store, e) !== withoutFront(store, x)) return undefined
  const { coefficient, scalars } = factorsOf(x)
  const divisors = scalars.map(scalar => power(store, scalar, number(store, minusOne)))
  return [...frontOf(store, factorsOf(e)), number(store, invertRational(coefficient)), ...divisors]
}

/** The factors of f′(X)*X, which is a multiple of what is there already: of sqrtm(X), or of the identity. */
function slopeTimesPoint(store: Store, name: string, x: Expression): Expression[] {
  return name === 'logm' ? [eye(store, x.shape.rows)] : [half(store), matrixSquareRoot(store, x)]
}

/** The factors of f′(X). */
function slope(store: Store, name: string, x: Expression): Expression[] {
  if (name === 'expm') return [matrixExponential(store, x)]
  return name === 'logm' ? [inverse(store, x)] : [half(store), inverse(store, matrixSquareRoot(store, x))]
}

const half = (store: Store) => number(store, rational(1, 2))
