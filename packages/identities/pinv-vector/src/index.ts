import {
  defineIdentity,
  flip,
  isColumn,
  isRow,
  isScalar,
  minusOne,
  number,
  power,
  product,
} from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * Of full column rank, (x'x)^-1 x'. What it is at 0 does not matter: there it has no derivative.
 */
export default defineIdentity(manifest, {
  phase: 'prepare',
  on: 'pinv',
  statement: ["pinv(x) = x'/(x'*x)", "pinv(r) = r'/(r*r')"],
  where: { x: 'vector(n) nonzero', r: 'rowvector(n) nonzero' },
  title: 'the pseudo-inverse of a vector',
  source: 'Magnus and Neudecker, Matrix Differential Calculus, section 2.7',
  apply: ({ operands: [x] }, { store, assume }) => {
    if (isScalar(x.shape) || !(isColumn(x.shape) || isRow(x.shape))) return undefined
    assume('nonzero', x)
    const square = product(store, isColumn(x.shape) ? [flip(store, x), x] : [x, flip(store, x)])
    return product(store, [power(store, square, number(store, minusOne)), flip(store, x)])
  },
})
