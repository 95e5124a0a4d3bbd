import {
  type Algebra,
  defineOperator,
  type Expression,
  Fact,
  fail,
  has,
  interval,
  isScalar,
  isSquare,
  isZeroExpression,
  multiplyDimensions,
  Precedence,
  product,
  type Store,
  scalarShape,
  zeros,
} from '@matrix-derive/core'
import { keeps, triangular } from './structure.ts'

/**
 * The Kronecker product: every entry of the left operand times the whole right one. Its normal form is
 * representation, no law: nested products are one, and on scalars it is the ordinary product.
 */
export const kronOperator = defineOperator({
  name: 'kron',
  summary: 'the Kronecker product',
  signature: 'matrix(m,n), matrix(p,q) -> matrix(m*p,n*q)',
  shape: factors => {
    if (factors.length < 2) fail('arity', `Expected at least two factors of kron, received ${factors.length}.`)
    return factors.reduce(
      ({ rows, cols }, { shape }) => ({
        rows: multiplyDimensions(rows, shape.rows),
        cols: multiplyDimensions(cols, shape.cols),
      }),
      scalarShape,
    )
  },
  facts: keeps(Fact.symmetric | triangular | Fact.orthogonal | Fact.positiveDefinite),
  certainty: ({ operands }, known) => {
    const factors = operands.map(known)
    const areSquare = operands.every(({ shape }) => isSquare(shape))
    const areDefinite = operands.every(x => has(x.facts, Fact.symmetric) && known(x).form !== undefined)
    return {
      entries: factors.map(({ entries }) => entries).reduce(interval.times),
      ...(areSquare && {
        diagonal: factors.map(({ diagonal }) => diagonal).reduce(interval.times),
        invertible: factors.every(({ invertible }) => invertible),
      }),
      form: areDefinite ? 'nonnegative' : undefined,
    }
  },
  notation: { form: 'infix', precedence: Precedence.product, text: '⊗', unicode: '⊗', latex: '\\otimes' },
  linear: 'all',
  associative: true,
  evaluate: (algebra, factors) => factors.reduce((left, right) => kroneckerProduct(algebra, left, right)),
  build: (store, factors) => kron(store, ...factors),
})

/** Both factors blown up to the full size, the left one by repeating entries, the right one by tiling. */
function kroneckerProduct<M>(algebra: Algebra<M>, left: M, right: M): M {
  const [m, n] = [algebra.rows(right), algebra.cols(right)]
  const [rows, cols] = [algebra.rows(left) * m, algebra.cols(left) * n]
  return algebra.hadamard(
    algebra.gather(left, rows, cols, (i, j) => [Math.floor(i / m), Math.floor(j / n)]),
    algebra.gather(right, rows, cols, (i, j) => [i % m, j % n]),
  )
}

/** The Kronecker product of the factors. */
export function kron(store: Store, ...factors: readonly Expression[]): Expression {
  if (factors.length > 1 && factors.every(factor => isScalar(factor.shape))) return product(store, factors)
  const flat = factors.flatMap(factor => (factor.operator === kronOperator ? factor.operands : [factor]))
  if (flat.length === 1) return flat[0]
  const whole = store.intern(kronOperator, flat)
  return flat.some(isZeroExpression) ? zeros(store, whole.shape) : whole
}
