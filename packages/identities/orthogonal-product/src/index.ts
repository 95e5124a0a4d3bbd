import { defineIdentity, eye, Fact, flip, has, replaceNeighbours } from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * That is what orthogonal means.
 */
export default defineIdentity(manifest, {
  phase: 'simplify',
  on: 'times',
  statement: ["Q'*Q -> eye(n)", "Q*Q' -> eye(n)"],
  where: { Q: 'matrix(n) orthogonal' },
  title: "orthogonal: Q'Q = I",
  source: 'by definition',
  apply: (node, { store }) =>
    replaceNeighbours(store, node, (left, right) =>
      has(left.facts, Fact.orthogonal) && right === flip(store, left) ? eye(store, left.shape.rows) : undefined,
    ),
})
