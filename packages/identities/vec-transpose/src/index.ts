import { commutation, defineIdentity, isTranspose, product, vec } from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * K is the commutation matrix, which sorts stacked columns into stacked rows.
 */
export default defineIdentity(manifest, {
  phase: 'isolate',
  on: 'vec',
  statement: "vec(X') = commutation(m,n)*vec(X)",
  where: { X: 'matrix(m,n)' },
  title: "vec(X') = K*vec(X)",
  source: 'Magnus and Neudecker, Matrix Differential Calculus, section 3.7',
  apply: ({ operands: [x] }, { store }) => {
    if (!isTranspose(x)) return undefined
    const [inner] = x.operands
    return product(store, [commutation(store, inner.shape.rows, inner.shape.cols), vec(store, inner)])
  },
})
