import { choleskyOperator, defineIdentity, flip, replaceNeighbours } from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * That is what the factor is. Where it has one, a matrix is positive definite, whether that is known or not.
 */
export default defineIdentity(manifest, {
  phase: 'simplify',
  on: 'times',
  statement: "chol(S)*chol(S)' -> S",
  where: { S: 'spd(n)' },
  title: "chol(S)*chol(S)' = S",
  source: 'by definition',
  apply: (node, { store }) =>
    replaceNeighbours(store, node, (left, right) =>
      left.operator === choleskyOperator && right === flip(store, left) ? left.operands[0] : undefined,
    ),
})
