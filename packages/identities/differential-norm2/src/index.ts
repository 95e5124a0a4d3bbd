import {
  defineIdentity,
  differential,
  flip,
  isColumn,
  isScalar,
  minusOne,
  number,
  power,
  product,
  trace,
} from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * ‖x‖² = x’x, so 2‖x‖ d‖x‖ = 2x’dx. At x = 0 the norm has no derivative.
 */
export default defineIdentity(manifest, {
  phase: 'differential',
  on: 'norm2',
  statement: ["d(norm2(x)) = x'*d(x)/norm2(x)", "d(norm2(X)) = tr(X'*d(X))/norm2(X)"],
  where: { x: 'vector(n) nonzero', X: 'matrix(m,n) nonzero' },
  title: 'differential of the norm: half of d(‖x‖²) over ‖x‖',
  source: 'Matrix Cookbook (2012), eq. 129',
  apply: (node, { store, assume }) => {
    const [norm] = node.operands
    const [x] = norm.operands
    assume('nonzero', x)
    const change = differential(store, x)
    const along = isColumn(x.shape)
      ? product(store, [flip(store, x), change])
      : isScalar(x.shape)
        ? product(store, [x, change])
        : trace(store, product(store, [flip(store, x), change]))
    return product(store, [power(store, norm, number(store, minusOne)), along])
  },
})
