import { createStore, type Expression, number, product, rational, sum, symbol, transpose } from '@matrix-derive/core'

// The symbols that the tests of this package write with: n×n matrices A B C X, n-vectors x y z, scalars a b s, k integer.

export const store = createStore()
const declare = (name: string, rows: string, cols: string, facts = 0) => symbol(store, name, { rows, cols }, facts)

export const [A, B, C, X] = ['A', 'B', 'C', 'X'].map(name => declare(name, 'n', 'n'))
export const [x, y, z, b1] = ['x', 'y', 'z', 'b1'].map(name => declare(name, 'n', '1'))
export const [a, b, s, rate] = ['a', 'b', 's', 'rate'].map(name => declare(name, '1', '1'))
export const k = declare('k', '1', '1', 1 << 7)
export const W1 = declare('W1', 'm', 'n')
export const Sigma = declare('Sigma', 'n', 'n')
export const W_out = declare('W_out', 'n', 'n')

export const num = (numerator: number, denominator = 1): Expression => number(store, rational(numerator, denominator))
export const mul = (...factors: readonly Expression[]): Expression => product(store, factors)
export const add = (...terms: readonly Expression[]): Expression => sum(store, terms)
export const neg = (term: Expression): Expression => mul(num(-1), term)
export const t = (operand: Expression): Expression => transpose(store, operand)
