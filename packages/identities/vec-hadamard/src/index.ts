import {
  defineIdentity,
  diag,
  hadamard,
  hadamardOperator,
  holdsDifferential,
  product,
  vec,
} from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * Entry by entry, before and after stacking.
 */
export default defineIdentity(manifest, {
  phase: 'isolate',
  on: 'vec',
  statement: 'vec(A .* X) = diag(vec(A))*vec(X)',
  where: { A: 'matrix(m,n)', X: 'matrix(m,n)' },
  title: 'vec(A∘X) = diag(vec(A))*vec(X)',
  source: 'Magnus and Neudecker, Matrix Differential Calculus, section 3.6',
  apply: ({ operands: [x] }, { store }) => {
    if (x.operator !== hadamardOperator) return undefined
    const held = x.operands.findIndex(holdsDifferential)
    const others = hadamard(store, ...x.operands.toSpliced(held, 1))
    return product(store, [diag(store, vec(store, others)), vec(store, x.operands[held])])
  },
})
