import { defineIdentity, factorsOf, frontOf, isEye, product } from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * Row i of the identity picks row i.
 */
export default defineIdentity(manifest, {
  phase: 'simplify',
  on: 'times',
  statement: ['eye(m)*X -> X', 'X*eye(n) -> X'],
  where: { X: 'matrix(m,n)' },
  title: 'the identity matrix changes nothing',
  source: 'by definition',
  apply: (node, { store }) => {
    const parts = factorsOf(node)
    const kept = parts.chain.filter(factor => !isEye(factor))
    if (kept.length === parts.chain.length) return undefined
    if (kept.length === 0) kept.push(parts.chain[0])
    if (kept.length === parts.chain.length) return undefined
    return product(store, [...frontOf(store, parts), ...kept])
  },
})
