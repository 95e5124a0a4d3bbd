import {
  defineIdentity,
  type Expression,
  entrySumOperator,
  factorsOf,
  holdsDifferential,
  isOnes,
  isScalar,
  isTranspose,
  number,
  product,
  type Store,
} from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * The way back from 1'x, which is what differentials need.
 */
export default defineIdentity(manifest, {
  phase: 'simplify',
  on: 'times',
  statement: ['ones(1,n)*x = sum(x)', "x'*ones(n) = sum(x)"],
  where: { x: 'vector(n)' },
  title: "1'x is the sum of the entries",
  source: 'Matrix Cookbook (2012), section 9.7',
  apply: (node, { store }) => {
    const { coefficient, chain, scalars, differentials } = factorsOf(node)
    const isScalarChain = chain.length > 0 && isScalar(node.shape)
    const runs = isScalarChain ? [chain] : scalars.map(scalar => factorsOf(scalar).chain)
    const found = runs.findIndex(run => run.length > 1 && [run[0], run[run.length - 1]].some(isOnes))
    // ones(1,n)*d(x) is the form to read a derivative off.
    if (found === -1 || runs[found].some(holdsDifferential)) return undefined
    const total = entriesAdded(store, runs[found])
    const others = isScalarChain ? [...scalars, total] : scalars.with(found, total)
    return product(store, [number(store, coefficient), ...others, ...(isScalarChain ? [] : chain), ...differentials])
  },
})

/** The sum of the entries of what stands before or behind the ones; of x where that is x'. */
function entriesAdded(store: Store, run: readonly Expression[]): Expression {
  const rest = product(store, isOnes(run[run.length - 1]) ? run.slice(0, -1) : run.slice(1))
  return store.apply(entrySumOperator, [isTranspose(rest) ? rest.operands[0] : rest])
}
