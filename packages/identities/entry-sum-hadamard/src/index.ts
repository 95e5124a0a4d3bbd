import {
  defineIdentity,
  factorsOf,
  flip,
  hadamard,
  hadamardOperator,
  holdsDifferential,
  isColumn,
  isRow,
  number,
  product,
  trace,
} from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * Both sides are the sum of the products of corresponding entries.
 */
export default defineIdentity(manifest, {
  phase: 'isolate',
  on: 'sum',
  statement: ["sum(A .* B) = tr(A'*B)", "sum(x .* y) = x'*y"],
  where: { A: 'matrix(m,n)', B: 'matrix(m,n)', x: 'vector(n)', y: 'vector(n)' },
  title: "1'(A∘B)1 = tr(A'B)",
  source: 'Matrix calculus via differentials, section on the algebra of the examples',
  apply: (node, { store }) => {
    const { coefficient, scalars, chain, differentials } = factorsOf(node.operands[0])
    const [entries] = chain
    if (chain.length !== 1 || differentials.length > 0 || entries.operator !== hadamardOperator) return undefined
    const held = entries.operands.findIndex(holdsDifferential)
    const others = hadamard(store, ...entries.operands.toSpliced(held, 1))
    const inner = product(store, [flip(store, others), entries.operands[held]])
    const front = [number(store, coefficient), ...scalars]
    if (isRow(entries.shape)) return product(store, [...front, entries.operands[held], flip(store, others)])
    return product(store, [...front, isColumn(entries.shape) ? inner : trace(store, inner)])
  },
})
