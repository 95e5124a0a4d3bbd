import { defineIdentity, differential, frechet, frechetFunctionName, sum } from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * Linear in its directions; a change of X is one direction more, which is what a second derivative is.
 */
export default defineIdentity(manifest, {
  phase: 'differential',
  on: ['frechet-expm', 'frechet-logm', 'frechet-sqrtm', 'frechet-phi1'],
  statement: 'd(frechet(expm, X, E)) = frechet(expm, X, E, d(X)) + frechet(expm, X, d(E))',
  where: { X: 'dependent matrix(n)', E: 'dependent matrix(n)' },
  title: 'one direction more, and linear in the others',
  source: 'Higham and Relton (2014), Higher order Fréchet derivatives of matrix functions, section 2',
  apply: (node, { store, depends, assume }) => {
    const [derivative] = node.operands
    const name = frechetFunctionName(derivative.operator)!
    const [x, ...directions] = derivative.operands
    const terms = directions.flatMap((direction, i) =>
      depends(direction) ? [frechet(store, name, x, ...directions.with(i, differential(store, direction)))] : [],
    )
    if (depends(x)) {
      if (name === 'logm' || name === 'sqrtm') assume('without eigenvalues on the closed negative real axis', x)
      terms.unshift(frechet(store, name, x, ...directions, differential(store, x)))
    }
    return sum(store, terms)
  },
})
