import { defineIdentity, differential, isDifferential, isMember, kroneckerDelta, product } from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * By x[k] all other members are constant. Kronecker's delta, which is 1 where two numbers are the same and else 0, says
 * which it is: in integers that is 1 - sign(j - k)^2.
 */
export default defineIdentity(manifest, {
  phase: 'chain',
  on: 'any member',
  statement:
    'sum(i in 1..N - 1, A[i]*d(x[i + 1])) + B*d(x[k]) = sum(i in 1..N - 1, (1 - sign(i + 1 - k)^2)*A[i]*d(x[k])) + B*d(x[k])',
  where: { A: 'matrix(m,n)[N]', B: 'matrix(m,n)', x: 'vector(n)[N]', k: 'integer' },
  title: 'a member changes where it is the one that does',
  source: 'by definition',
  apply: (node, { store, members }) => {
    const [changing] = node.operands
    if (!isDifferential(node) || !isMember(changing)) return undefined
    const variable = members?.find(({ operands }) => operands[0] === changing.operands[0])
    if (variable === undefined || variable === changing) return undefined
    const delta = kroneckerDelta(store, changing.operands[1], variable.operands[1])
    return product(store, [delta, differential(store, variable)])
  },
})
