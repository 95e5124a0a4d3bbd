import { defineIdentity, factorsOf, frontOf, kronBlocks, product, trace } from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * Products of Kronecker products are taken block by block, and the trace of what comes out is that of the blocks,
 * multiplied. The blocks must be square.
 */
export default defineIdentity(manifest, {
  phase: ['prepare', 'isolate'],
  on: 'tr',
  statement: [
    'tr(kron(A,B)) = tr(A)*tr(B)',
    'tr(kron(C,D)*kron(E,F)) = tr(C*E)*tr(D*F)',
    'tr(inv(kron(A,B))*kron(E*C,B)) = tr(inv(A)*E*C)*tr(inv(B)*B)',
  ],
  where: {
    A: 'matrix(m)',
    B: 'matrix(n)',
    C: 'matrix(p,m)',
    D: 'matrix(q,n)',
    E: 'matrix(m,p)',
    F: 'matrix(n,q)',
  },
  title: 'tr(A⊗B) = tr(A)*tr(B)',
  source: 'Matrix Cookbook (2012), eq. 513 and 515',
  apply: ({ operands: [x] }, { store }) => {
    const parts = factorsOf(x)
    const [first, ...rest] = parts.chain.map(factor => kronBlocks(store, factor))
    if (first === undefined || rest.some(blocks => blocks?.length !== first.length)) return undefined
    const columns = first.map((block, k) => [block, ...rest.map(blocks => blocks![k])])
    const fit = columns.every(column =>
      column.every((block, i) => block.shape.cols === column[(i + 1) % column.length].shape.rows),
    )
    if (!fit) return undefined
    return product(store, [...frontOf(store, parts), ...columns.map(column => trace(store, product(store, column)))])
  },
})
