import {
  type Expression,
  eye,
  Fact,
  factorsOf,
  flip,
  has,
  isScalar,
  isSquare,
  negate,
  number,
  product,
  rational,
  reachable,
  replace,
  type Store,
  sameShape,
  scale,
  sum,
  termsOf,
  trace,
  transpose,
} from '@matrix-derive/core'
import type { Choices } from '@matrix-derive/testing/programs'

type Rewrite = (store: Store, node: Expression, other: Expression) => Expression | undefined

/** True of every expression; `other` is any expression of the same shape. */
const identities: readonly Rewrite[] = [
  (store, node) => transpose(store, flipDeep(store, node)),
  (store, node, other) => sum(store, [node, other, negate(store, other)]),
  (store, node) => scale(store, rational(2), scale(store, rational(1, 2), node)),
  (store, node) => product(store, [eye(store, node.shape.rows), node]),
  (store, node) => (isScalar(node.shape) ? trace(store, node) : undefined),
  (store, node, other) =>
    sum(store, [scale(store, rational(3), node), scale(store, rational(-2), node), zero(store, other)]),
  (store, node) => distributed(store, node),
  (store, node) => {
    const total = sum(store, [eye(store, node.shape.rows), eye(store, node.shape.rows)])
    return scale(store, rational(1, 2), product(store, [total, node]))
  },
]

/** Likely to change the value; whether they did is for an independent look to say. */
const mutations: readonly Rewrite[] = [
  (store, node) => (isSquare(node.shape) ? flip(store, node) : undefined),
  (store, node) => negate(store, node),
  (store, node) => scale(store, rational(2), node),
  (store, node) => scale(store, rational(1001, 1000), node),
  (store, node) => {
    const terms = termsOf(node)
    return terms.length > 1 ? sum(store, terms.slice(1)) : undefined
  },
  (store, node) => {
    const { chain } = factorsOf(node)
    const [first, second] = chain
    const swaps = chain.length === 2 && isSquare(first.shape) && isSquare(second.shape)
    return swaps ? product(store, [second, first]) : undefined
  },
  (_, node, other) => (node === other ? undefined : other),
  (store, node, other) => sum(store, [node, other]),
]

const zero = (store: Store, like: Expression) => sum(store, [like, negate(store, like)])

/** The transpose, pushed into a product: (AB)' = B'A'. */
function flipDeep(store: Store, node: Expression): Expression {
  const { coefficient, scalars, chain, differentials } = factorsOf(node)
  if (chain.length < 2 || differentials.length > 0) return flip(store, node)
  const turned = chain.map(factor => flip(store, factor)).reverse()
  return product(store, [number(store, coefficient), ...scalars, ...turned])
}

/** A(B + C) as AB + AC. */
function distributed(store: Store, node: Expression): Expression | undefined {
  const { coefficient, scalars, chain, differentials } = factorsOf(node)
  const at = chain.findIndex(factor => termsOf(factor).length > 1)
  if (at < 0 || chain.length < 2 || differentials.length > 0) return undefined
  const front = [number(store, coefficient), ...scalars]
  const terms = termsOf(chain[at]).map(term => product(store, [...front, ...chain.toSpliced(at, 1, term)]))
  return sum(store, terms)
}

/** An expression that is equal to the root, written in another way. */
export function rewritten(store: Store, root: Expression, choices: Choices): Expression {
  let current = root
  for (let times = 1 + choices.below(3); times > 0; times--) current = changed(store, current, choices, identities)
  return current
}

/** An expression that is most probably not equal to the root. */
export function mutated(store: Store, root: Expression, choices: Choices): Expression {
  return changed(store, root, choices, mutations)
}

function changed(store: Store, root: Expression, choices: Choices, rewrites: readonly Rewrite[]): Expression {
  const nodes = reachable([root])
  // How far a sum goes and which member is meant is not written in any way one likes.
  const isWhole = ({ facts }: Expression) => has(facts, Fact.integer)
  const node = choices.of(nodes.filter(each => each.operands.length > 0 && !isWhole(each)).concat(root))
  // What has an index that the node has not may stand for nothing outside of its own sum.
  const alike = nodes.filter(({ shape, free }) => sameShape(shape, node.shape) && (free & ~node.free) === 0)
  const other = choices.of(alike)
  const result = choices.of(rewrites)(store, node, other)
  return result === undefined ? root : replace(store, root, node, result)
}
