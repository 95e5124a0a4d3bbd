import {
  defineIdentity,
  differential,
  inverse,
  matrixSquareRootOperator,
  number,
  product,
  rational,
  trace,
} from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * tr(f(X)) is the sum of f over the eigenvalues, and changes by tr(f′(X) dX): here f′ = 1/(2√x).
 */
export default defineIdentity(manifest, {
  phase: 'differential',
  on: 'tr',
  statement: 'd(tr(sqrtm(X))) = 1/2*tr(inv(sqrtm(X))*d(X))',
  where: { X: 'matrix(n)' },
  title: 'under the trace the square root differentiates like a scalar',
  source: 'Higham, Functions of Matrices, section 3.2',
  apply: (
    {
      operands: [
        {
          operands: [root],
        },
      ],
    },
    { store, assume },
  ) => {
    if (root.operator !== matrixSquareRootOperator) return undefined
    const [x] = root.operands
    assume('without eigenvalues on the closed negative real axis', x)
    const half = number(store, rational(1, 2))
    return product(store, [half, trace(store, product(store, [inverse(store, root), differential(store, x)]))])
  },
})
