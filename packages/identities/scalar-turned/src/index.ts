import {
  defineIdentity,
  type Expression,
  factorsOf,
  flipAll,
  frontOf,
  holdsDifferential,
  product,
  type Store,
  sum,
  sumOperator,
  termsOf,
  unit,
} from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * x'*A'*y is y'*A*x; and a'*x*b' + x'*c*b' gets a common factor when its first number is turned.
 */
export default defineIdentity(manifest, {
  phase: 'simplify',
  on: ['times', 'plus'],
  statement: ["x'*A'*y = y'*A*x"],
  where: { x: 'vector(n)', y: 'vector(m)', A: 'matrix(m,n)' },
  title: "a number is its own transpose: x'A'y = y'Ax",
  source: 'Matrix calculus via differentials, section on the algebra of the examples',
  apply: (node, { store }) => {
    if (holdsDifferential(node)) return undefined
    if (node.operator === sumOperator) return alike(store, termsOf(node))
    return plainer(store, node)
  },
})

/** The runs of a chain that are 1×1, first and last: x'*y*z' begins with one, z*x'*y ends with one. */
function endsOf(chain: readonly Expression[]): { first: number; last: number } {
  const first = chain[0]?.shape.rows === unit ? chain.findIndex(({ shape }) => shape.cols === unit) + 1 : 0
  const ends = chain.length > 0 && chain[chain.length - 1].shape.cols === unit
  return { first, last: ends ? chain.findLastIndex(({ shape }) => shape.rows === unit) : -1 }
}

/** The product with each of its numbers turned where that saves transposes. */
function plainer(store: Store, node: Expression): Expression {
  const parts = factorsOf(node)
  const shorter = (run: readonly Expression[]) => {
    const [as, turned] = [product(store, run), product(store, flipAll(store, run))]
    return turned.cost < as.cost ? turned : as
  }
  const { first, last } = endsOf(parts.chain)
  const isLong = first > 1 || (last > first && last < parts.chain.length - 1)
  if (!isLong && parts.scalars.every(scalar => scalar.operator !== node.operator)) return node
  const scalars = parts.scalars.map(scalar => (scalar.operator === node.operator ? shorter(scalar.operands) : scalar))
  const begin = first > 1 ? [shorter(parts.chain.slice(0, first))] : parts.chain.slice(0, first)
  const from = last > first ? last : parts.chain.length
  const end = from < parts.chain.length - 1 ? [shorter(parts.chain.slice(from))] : parts.chain.slice(from)
  const front = frontOf(store, { ...parts, scalars })
  return product(store, [...front, ...begin, ...parts.chain.slice(first, from), ...end])
}

/** The sum with terms turned so that they begin or end as others do; undefined where none is. */
function alike(store: Store, terms: readonly Expression[]): Expression | undefined {
  const chains = terms.map(term => factorsOf(term).chain)
  const firsts = new Set(chains.map(chain => chain[0]))
  const lasts = new Set(chains.map(chain => chain[chain.length - 1]))
  const turned = terms.map((term, i) => {
    const parts = factorsOf(term)
    const { chain } = parts
    const { first, last } = endsOf(chain)
    const others = (side: number) => chains.filter((_, j) => j !== i).map(other => other.at(side))
    const front = frontOf(store, parts)
    const begin = flipAll(store, chain.slice(0, first))
    if (first > 1 && !others(0).includes(chain[0]) && firsts.has(begin[0]) && others(0).includes(begin[0]))
      return product(store, [...front, ...begin, ...chain.slice(first)])
    const end = last === -1 ? [] : flipAll(store, chain.slice(last))
    const final = end[end.length - 1]
    if (
      end.length > 1 &&
      !others(-1).includes(chain[chain.length - 1]) &&
      lasts.has(final) &&
      others(-1).includes(final)
    )
      return product(store, [...front, ...chain.slice(0, last), ...end])
    return term
  })
  return turned.every((term, i) => term === terms[i]) ? undefined : sum(store, turned)
}
