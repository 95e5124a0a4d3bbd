import {
  defineIdentity,
  holdsDifferential,
  isMember,
  isSeries,
  pathToDifferential,
  replaceIndex,
  size,
} from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * By x[k] all other members are constant: in a sum over them every other differential is zero. Which member it is, the
 * derivation says.
 */
export default defineIdentity(manifest, {
  phase: 'chain',
  on: 'member',
  statement: 'A[k]*d(x[k]) = sum(i in 1..N, A[i]*d(x[i]))',
  where: { A: 'matrix(m,n)[N]', x: 'vector(n)[N]', k: 'integer' },
  title: 'only the one member changes',
  source: 'by definition',
  apply: (node, { store, members }) => {
    if (!isSeries(node) || !holdsDifferential(node)) return undefined
    const [index, limit, term] = node.operands
    const [changing] = pathToDifferential(term).at(-1)!.operands
    if (!isMember(changing) || changing.operands[1] !== index) return undefined
    const [family] = changing.operands
    const variable = members?.find(({ operands }) => operands[0] === family)
    if (variable === undefined || limit !== size(store, family.data!.member!.count)) return undefined
    return replaceIndex(store, term, index, variable.operands[1])
  },
})
