import { defineIdentity, differential, factorsOf, number, product } from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * The power series of exp(tA) may be differentiated term by term because A commutes with itself.
 */
export default defineIdentity(manifest, {
  phase: 'differential',
  on: 'expm',
  statement: 'd(expm(t*A)) = A*expm(t*A)*d(t)',
  where: { t: 'scalar', A: 'constant matrix(n)' },
  title: 'tA commutes with A',
  source: 'Wikipedia, Matrix calculus, row MS10; Higham, Functions of Matrices, section 10.1',
  apply: (node, { store, depends }) => {
    const [exponential] = node.operands
    const { coefficient, scalars, chain } = factorsOf(exponential.operands[0])
    const constant = product(store, chain.length === 0 ? [exponential.operands[0]] : chain)
    if (scalars.length === 0 || depends(constant)) return undefined
    const factor = product(store, [number(store, coefficient), ...scalars])
    return product(store, [constant, exponential, differential(store, factor)])
  },
})
