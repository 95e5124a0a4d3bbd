import {
  differential,
  flip,
  inverseOperator,
  isColumn,
  isTranspose,
  product,
  sum,
  termsOf,
  trace,
  zeros,
} from '@matrix-derive/plugin'
import { type Mutant, mutate } from './mutants.ts'

// Identities that are right where they apply, and apply or keep silent where they should not.

const X = 'matrix(n)'

export const carelessMutants: readonly Mutant[] = [
  {
    fault: 'a silent zero for what is not constant',
    caughtBy: 'guarded',
    identity: mutate({
      on: ['constant', 'tr'],
      statement: 'd(tr(A)) = 0',
      where: { A: 'constant matrix(n)' },
      apply: (node, { store }) => zeros(store, node.shape),
    }),
  },
  {
    fault: 'a condition stated and not checked: symmetric',
    caughtBy: 'guarded',
    identity: mutate({
      on: 'transpose',
      statement: "X' -> X",
      where: { X: 'matrix(n) symmetric' },
      apply: ({ operands: [x] }) => (x.shape.rows === x.shape.cols ? x : undefined),
    }),
  },
  {
    fault: 'a condition stated and not checked: constant',
    caughtBy: 'guarded',
    identity: mutate({
      on: 'times',
      statement: 'd(A*X) = A*d(X)',
      where: { A: 'constant matrix(m,n)', X: 'matrix(n,p)' },
      apply: ({ operands: [x] }, { store }) => {
        const { operands } = x
        return product(store, [...operands.slice(0, -1), differential(store, operands[operands.length - 1])])
      },
    }),
  },
  {
    fault: 'a term that occurs twice counted once',
    caughtBy: 'agrees',
    identity: mutate({
      on: 'plus',
      statement: "X' + Y' = (X + Y)'",
      where: { X: 'matrix(m,n)', Y: 'matrix(m,n)' },
      apply: (total, { store }) => {
        const terms = new Set(termsOf(total))
        return [...terms].every(isTranspose)
          ? flip(
              store,
              sum(
                store,
                [...terms].map(term => flip(store, term)),
              ),
            )
          : undefined
      },
    }),
  },
  {
    fault: 'a condition relied on in silence',
    caughtBy: 'recorded',
    identity: mutate({
      on: 'inv',
      statement: 'inv(inv(X)) -> X',
      where: { X: 'matrix(n) invertible' },
      apply: ({ operands: [x] }) => (x.operator === inverseOperator ? x.operands[0] : undefined),
    }),
  },
  {
    fault: 'used only where a size happens to be 1',
    caughtBy: 'agrees',
    identity: mutate({
      on: 'transpose',
      statement: "X'' -> X",
      where: { X: 'matrix(m,n)' },
      apply: ({ operands: [x] }) => (isTranspose(x) && isColumn(x.operands[0].shape) ? x.operands[0] : undefined),
    }),
  },
  {
    fault: 'registered for another operator',
    caughtBy: 'agrees',
    identity: mutate({ on: 'plus', statement: "(X*Y)' -> Y'*X'", where: { X, Y: X } }),
  },
  {
    fault: 'breaks on a legal expression',
    caughtBy: 'agrees',
    identity: mutate({
      on: 'tr',
      statement: "tr(X') = tr(X)",
      where: { X },
      apply: ({ operands: [x] }, { store }) => trace(store, x.operands[0].operands[0]),
    }),
  },
]
