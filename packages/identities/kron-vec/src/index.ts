import { defineIdentity, flip, holdsDifferential, kronOperator, product, vec, vecOperator } from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * vec(AXB) = (B'⊗A)vec(X), read from right to left, where the factors fit.
 */
export default defineIdentity(manifest, {
  phase: ['prepare', 'simplify'],
  on: 'times',
  statement: "kron(A, B)*vec(X) -> vec(B*X*A')",
  where: { A: 'matrix(m,n)', B: 'matrix(p,q)', X: 'matrix(q,n)' },
  title: "(A⊗B)vec(X) = vec(BXA')",
  source: 'Matrix Cookbook (2012), eq. 520; Magnus and Neudecker, Matrix Differential Calculus, section 2.4',
  apply: (node, { store }) => {
    if (holdsDifferential(node)) return undefined
    const { operands } = node
    const at = operands.findIndex(
      ({ operator }, i) => operator === kronOperator && operands[i + 1]?.operator === vecOperator,
    )
    if (at === -1) return undefined
    const [a, b] = operands[at].operands
    const [x] = operands[at + 1].operands
    if (b.shape.cols !== x.shape.rows) return undefined
    const stacked = vec(store, product(store, [b, x, flip(store, a)]))
    return product(store, operands.toSpliced(at, 2, stacked))
  },
})
