import {
  cutAtDifferential,
  differential,
  factorsOf,
  flipProduct,
  frontOf,
  hadamard,
  inverse,
  power,
  powerOperator,
  product,
  sum,
  termsOf,
  trace,
} from '@matrix-derive/plugin'
import { type Mutant, mutate } from './mutants.ts'

// Identities whose statement is true and whose rewriting does something else.

const X = 'matrix(n)'
const cyclic = { phase: 'isolate', on: 'tr', statement: 'tr(A*B) = tr(B*A)' } as const
const rectangles = { A: 'matrix(m,n)', B: 'matrix(n,m)' }

export const rewritingMutants: readonly Mutant[] = [
  {
    fault: 'a number in front lost',
    caughtBy: 'agrees',
    identity: mutate({
      ...cyclic,
      where: rectangles,
      apply: ({ operands: [x] }, { store }) => {
        const cut = cutAtDifferential(store, x)
        if (cut === undefined || cut.after.length === 0) return undefined
        return trace(store, product(store, [...cut.after, ...cut.before, cut.hole]))
      },
    }),
  },
  {
    fault: 'factors turned round one by one',
    caughtBy: 'agrees',
    identity: mutate({
      ...cyclic,
      where: { A: X, B: X },
      apply: ({ operands: [x] }, { store }) => {
        const cut = cutAtDifferential(store, x)
        if (cut === undefined || cut.after.length === 0) return undefined
        return trace(store, product(store, [...cut.front, ...cut.before, ...cut.after, cut.hole]))
      },
    }),
  },
  {
    fault: 'factors that turn for ever',
    caughtBy: 'settles',
    identity: mutate({
      ...cyclic,
      where: rectangles,
      apply: ({ operands: [x] }, { store }) => {
        const { chain, ...parts } = factorsOf(x)
        if (chain.length < 2) return undefined
        const front = frontOf(store, { chain, ...parts })
        return trace(store, product(store, [...front, ...chain.slice(1), chain[0]]))
      },
    }),
  },
  {
    fault: 'a right factor taken out to the left',
    caughtBy: 'agrees',
    identity: mutate({
      on: 'plus',
      statement: 'X*A + Y*A = (X + Y)*A',
      where: { A: X, X, Y: X },
      apply: (total, { store }) => {
        const parts = termsOf(total).map(factorsOf)
        const last = parts[0].chain.at(-1)
        if (last === undefined || parts.some(({ chain }) => chain.length < 2 || chain.at(-1) !== last)) return undefined
        const rests = parts.map(part => product(store, [...frontOf(store, part), ...part.chain.slice(0, -1)]))
        return product(store, [last, sum(store, rests)])
      },
    }),
  },
  {
    fault: 'cancelling what are no neighbours',
    caughtBy: 'agrees',
    identity: mutate({
      on: 'times',
      statement: 'X*inv(X)*Y -> Y',
      where: { X, Y: X },
      apply: (node, { store }) => {
        const parts = factorsOf(node)
        const found = parts.chain.find(factor => parts.chain.includes(inverse(store, factor)))
        if (found === undefined) return undefined
        const kept = parts.chain.filter(factor => factor !== found && factor !== inverse(store, found))
        return kept.length === 0 ? undefined : product(store, [...frontOf(store, parts), ...kept])
      },
    }),
  },
  {
    fault: 'transposed factors in the old order',
    caughtBy: 'agrees',
    identity: mutate({
      on: 'transpose',
      statement: "(X*Y)' -> Y'*X'",
      where: { X, Y: X },
      apply: ({ operands: [x] }, { store }) => {
        const parts = factorsOf(x)
        if (parts.chain.length < 2) return undefined
        return product(store, [...frontOf(store, parts), ...parts.chain.map(factor => flipProduct(store, [factor]))])
      },
    }),
  },
  {
    fault: 'exponents multiplied instead of added',
    caughtBy: 'agrees',
    identity: mutate({
      on: 'times',
      statement: 'x^a*x^b -> x^(a + b)',
      where: { x: 'scalar nonzero', a: 'scalar', b: 'scalar' },
      apply: ({ operands }, { store }) => {
        const [left, right] = operands
        if (operands.length !== 2 || left.operator !== powerOperator || right.operator !== powerOperator)
          return undefined
        if (left.operands[0] !== right.operands[0]) return undefined
        return power(store, left.operands[0], product(store, [left.operands[1], right.operands[1]]))
      },
    }),
  },
  {
    fault: 'only the first factor differentiated',
    caughtBy: 'agrees',
    identity: mutate({
      on: 'hadamard',
      statement: 'd(X .* Y) = d(X) .* Y + X .* d(Y)',
      where: { X: 'matrix(m,n)', Y: 'matrix(m,n)' },
      apply: ({ operands: [{ operands }] }, { store }) =>
        hadamard(store, differential(store, operands[0]), ...operands.slice(1)),
    }),
  },
]
