import {
  defineIdentity,
  type Expression,
  expOperator,
  frechetFunctionName,
  isScalar,
  logOperator,
  number,
  power,
  product,
  rational,
  type Store,
  sqrtOperator,
} from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * A number is a 1×1 matrix, which commutes with everything. Then a Fréchet derivative is an ordinary one.
 */
export default defineIdentity(manifest, {
  phase: 'prepare',
  on: ['expm', 'logm', 'sqrtm', 'chol', 'pinv', 'frechet-expm', 'frechet-logm', 'frechet-sqrtm'],
  statement: [
    'expm(a) = exp(a)',
    'logm(b) = log(b)',
    'sqrtm(b) = sqrt(b)',
    'chol(b) = sqrt(b)',
    'pinv(b) = b^-1',
    'frechet(expm, a, c) = exp(a)*c',
    'frechet(logm, b, c, c) = -b^-2*c*c',
    'frechet(sqrtm, b, c) = 1/2*b^(-1/2)*c',
  ],
  where: { a: 'scalar', b: 'scalar positive', c: 'scalar' },
  title: 'of a number: the ordinary function',
  source: 'by definition',
  apply: ({ operator, operands: [x, ...directions] }, { store, assume }) => {
    if (!isScalar(x.shape)) return undefined
    const name = frechetFunctionName(operator) ?? operator.name
    if (name !== 'expm') assume(name === 'pinv' ? 'nonzero' : 'positive', x)
    return product(store, [derivatives[name](store, x, directions.length), ...directions])
  },
})

/** The derivative of order k at the number x. */
const derivatives: Readonly<Record<string, (store: Store, x: Expression, k: number) => Expression>> = {
  expm: (store, x) => store.apply(expOperator, [x]),
  logm: (store, x, k) => (k === 0 ? store.apply(logOperator, [x]) : powerDerivative(store, x, -1, k - 1)),
  sqrtm: (store, x, k) => (k === 0 ? store.apply(sqrtOperator, [x]) : powerDerivative(store, x, 1 / 2, k)),
  chol: (store, x) => store.apply(sqrtOperator, [x]),
  pinv: (store, x) => powerDerivative(store, x, -1, 0),
}

/** p (p-1) ... (p-k+1) x^(p-k), for a p that is an integer or a half. */
function powerDerivative(store: Store, x: Expression, p: number, k: number): Expression {
  const factors = Array.from({ length: k }, (_, i) => number(store, rational(2 * (p - i), 2)))
  return product(store, [...factors, power(store, x, number(store, rational(2 * (p - k), 2)))])
}
