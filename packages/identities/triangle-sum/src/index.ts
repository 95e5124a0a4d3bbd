import {
  defineIdentity,
  diagOperator,
  type Expression,
  equalRational,
  isMatrix,
  lowerTriangle,
  mayOccur,
  minusOne,
  multiplyRational,
  scale,
  splitCoefficient,
  sum,
  termsOf,
  upperTriangle,
} from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * The diagonal is in both triangles.
 */
export default defineIdentity(manifest, {
  phase: 'simplify',
  on: 'plus',
  statement: 'tril(X) + triu(X) - diag(diag(X)) -> X',
  where: { X: 'matrix(n)' },
  title: 'two triangles share their diagonal',
  source: 'by definition',
  apply: (total, { store }) => {
    if (!mayOccur(diagOperator, total)) return undefined
    const parts = termsOf(total).map(term => splitCoefficient(store, term))
    for (const diagonal of parts) {
      const x = ofDiagonal(diagonal.rest)
      if (x === undefined) continue
      const opposite = multiplyRational(minusOne, diagonal.coefficient)
      const triangles = [lowerTriangle(store, x), upperTriangle(store, x)].map(triangle =>
        parts.find(({ rest, coefficient }) => rest === triangle && equalRational(coefficient, opposite)),
      )
      if (triangles.includes(undefined)) continue
      const others = parts.filter(part => part !== diagonal && !triangles.includes(part))
      const rests = others.map(({ rest, coefficient }) => scale(store, coefficient, rest))
      return sum(store, [scale(store, opposite, x), ...rests])
    }
    return undefined
  },
})

/** X of diag(diag(X)). */
function ofDiagonal({ operator, operands: [inner] }: Expression): Expression | undefined {
  const x = operator === diagOperator && inner.operator === diagOperator ? inner.operands[0] : undefined
  return x && isMatrix(x.shape) ? x : undefined
}
