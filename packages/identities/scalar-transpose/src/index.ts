import { cutAtDifferential, defineIdentity, flip, flipAll, isRow, product } from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * Turns round the part of a product that multiplies to 1×1 and begins with the row that holds the differential.
 */
export default defineIdentity(manifest, {
  phase: 'isolate',
  on: 'times',
  statement: "x'*y = y'*x",
  where: { x: 'vector(n)', y: 'vector(n)' },
  title: "a number is its own transpose: x'y = y'x",
  source: 'Matrix calculus via differentials, section on the algebra of the examples',
  apply: (node, { store }) => {
    const cut = cutAtDifferential(store, node)
    if (cut === undefined || !isRow(cut.hole.shape) || cut.after.length === 0) return undefined
    const end = cut.after.findIndex(factor => factor.shape.cols === '1') + 1
    if (end === 0) return undefined
    const turned = [...flipAll(store, cut.after.slice(0, end)), flip(store, cut.hole)]
    return product(store, [...cut.front, ...cut.before, ...turned, ...cut.after.slice(end)])
  },
})
