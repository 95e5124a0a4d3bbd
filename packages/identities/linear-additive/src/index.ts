import { defineIdentity, holdsDifferential, isLinearIn, sum, sumOperator } from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * Holds for every operator in a place where it is linear: products on both sides, trace, transpose, vec, diag,
 * ∘, ⊗.
 */
export default defineIdentity(manifest, {
  phase: 'isolate',
  on: 'plus',
  statement: ['tr(X + Y) = tr(X) + tr(Y)', 'A*(X + Z)*B = A*X*B + A*Z*B'],
  where: { X: 'matrix(n,n)', Y: 'matrix(n,n)', A: 'matrix(m,n)', Z: 'matrix(n,n)', B: 'matrix(n,p)' },
  title: 'linear: sums come out',
  source: 'Magnus and Neudecker, Matrix Differential Calculus, section 1.4',
  apply: (node, { store }) => {
    const place = node.operands.findIndex(operand => operand.operator === sumOperator && holdsDifferential(operand))
    if (place === -1 || !isLinearIn(node.operator, place)) return undefined
    const terms = node.operands[place].operands.map(term =>
      store.apply(node.operator, node.operands.with(place, term), node.data),
    )
    return sum(store, terms)
  },
})
