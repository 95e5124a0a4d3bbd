import {
  createStore,
  defineOperator,
  differential,
  type Expression,
  elementwiseFunction,
  eye,
  family,
  fill,
  member,
  numberOf,
  ones,
  reachable,
  symbol,
  trace,
  zeros,
} from '@matrix-derive/core'
import * as op from '@matrix-derive/operators'
import { describe, expect, test } from 'vitest'
import { A, a, add, B, b1, k, mul, neg, num, rate, Sigma, s, store, t, W_out, W1, X, x } from './fixtures.ts'
import { addressedMathmlStyle, createPrinter, toMathml } from './index.ts'
import { type Markup, mistakeIn, readMarkup, visibleText } from './testing/markup.ts'

const inv = (e: Expression) => op.inverse(store, e)
const pow = (e: Expression, p: Expression) => op.power(store, e, p)
const d = (e: Expression) => differential(store, e)
const square = { rows: 'n', cols: 'n' }

const numbers = family(store, 'c1', { shape: { rows: '1', cols: '1' }, facts: 0, count: 'N' })
const vectors = family(store, 'u', { shape: { rows: 'n', cols: '1' }, facts: 0, count: 'N' })
const rows = family(store, 'q', { shape: { rows: '1', cols: 'n' }, facts: 0, count: '5' })
const primed = family(store, "c'", { shape: { rows: '1', cols: '1' }, facts: 0, count: 'N' })

/** [what it shows, expression, what a reader sees, from left to right and from top to bottom] */
const seen: [string, Expression, string][] = [
  ['indices', W1, 'W1'],
  ['words below', W_out, 'Wout'],
  ['coefficients and transposes', mul(num(2), t(x), A), '2x⊤A'],
  ['sums', add(neg(A), B, mul(num(-2), X)), '−A+B−2X'],
  ['brackets', mul(num(1, 2), add(A, t(A))), '12(A+A⊤)'],
  ['minus a bracket', add(A, neg(add(B, X))), 'A−(B+X)'],
  ['fractions', mul(a, x, inv(s)), 'asx'],
  ['inverses', inv(mul(A, B)), '(AB)−1'],
  ['transposed inverses', t(inv(X)), 'X−⊤'],
  ['differentials', neg(mul(inv(X), d(X), inv(X))), '−X−1dXX−1'],
  ['differentials of products', d(mul(A, X)), 'd(AX)'],
  ['differentials of a minus', d(neg(X)), 'd(−X)'],
  ['traces', trace(store, mul(B, A, d(X))), 'tr(BAdX)'],
  ['norms', pow(op.norm2(store, x), num(2)), '‖x‖2'],
  ['sums of absolute values', op.norm1(store, x), '‖x‖1'],
  ['Hadamard products', op.hadamard(store, A, op.hadamardPower(store, B, num(-1)), X), 'A⊘B∘X'],
  ['Hadamard powers', op.hadamardPower(store, X, num(2)), 'X∘2'],
  ['Hadamard reciprocals', op.hadamardPower(store, X, num(-1)), '1⊘X'],
  ['Kronecker products', op.kron(store, eye(store, 'n'), A), 'In⊗A'],
  ['identities beside terms', add(A, eye(store, 'n')), 'A+I'],
  ['ones', ones(store, { rows: 'n', cols: '1' }), '𝟏n'],
  ['zeros', zeros(store, { rows: 'm*n', cols: 'p' }), '0mn×p'],
  ['equal entries', op.hadamard(store, A, fill(store, a, square)), 'A∘(a𝟏n×n)'],
  ['commutation', op.commutation(store, 'm', 'n'), 'Km,n'],
  ['derivatives of functions', store.apply(elementwiseFunction('sigma', 1), [mul(W1, x)]), 'σ′(W1x)'],
  ['members of families with an index', member(store, numbers, num(2)), 'c1,2'],
  ['all members of families', mul(vectors, numbers), '[u1,…,uN]c1'],
  ['rows one below the other', rows, '[q1;…;q5]'],
  ['members of families with primes', member(store, primed, num(2)), 'c2′'],
  ['Fréchet', op.frechet(store, 'expm', X, A), 'Lexpm(X,A)'],
]

describe('a reader sees', () => {
  test.each(seen)('%s', (_, expression, text) => {
    const markup = readMarkup(toMathml(expression))
    expect(visibleText(markup)).toBe(text)
    expect(mistakeIn(markup[0])).toBeUndefined()
  })
})

test.each(op.builtInOperators.filter(({ signatures }) => signatures.length > 0))('$name is MathML Core', operator => {
  for (const { operands } of operator.signatures) {
    const given = operands.map(({ rows, cols }) => (rows === '1' ? (cols === '1' ? k : t(x)) : cols === '1' ? x : X))
    const [math] = readMarkup(toMathml(store.apply(operator, given)))
    expect(mistakeIn(math)).toBeUndefined()
    for (const name of new Set(given.map(node => (node === k ? 'k' : node === X ? 'X' : 'x')))) {
      expect(visibleText([math])).toContain(name)
    }
  }
})

test('letters are slanted, words and Greek capitals upright', () => {
  const leaf = (node: Expression) => readMarkup(toMathml(node))[0].children[0]
  expect(leaf(X)).toMatchObject({ tag: 'mi', text: 'X', attributes: {} })
  // More than one letter in an mi is upright by itself.
  expect(leaf(rate)).toMatchObject({ tag: 'mi', text: 'rate', attributes: {} })
  expect(leaf(Sigma)).toMatchObject({ tag: 'mi', text: 'Σ', attributes: { mathvariant: 'normal' } })
})

test('an exponent stands above an index, and behind what has none', () => {
  const tags = (node: Expression) =>
    readMarkup(toMathml(node))[0].children.map(({ tag, children }) => [tag, children.length])
  for (const raised of [t(W1), inv(W_out), t(inv(W_out)), op.hadamardPower(store, W1, num(2)), t(b1)])
    expect(tags(raised)).toEqual([['msubsup', 3]])
  for (const raised of [t(X), inv(Sigma), op.hadamardPower(store, X, num(2)), t(add(b1, x)), pow(rate, num(2))])
    expect(tags(raised)).toEqual([['msup', 2]])
})

test('a number has a space before a function, and none before a letter', () => {
  const space = '<mspace'
  expect(toMathml(mul(num(2), trace(store, A)))).toContain(space)
  expect(toMathml(mul(num(2), op.softmax(store, x), s))).toContain(space)
  for (const factor of [A, op.norm2(store, x), add(A, X)]) expect(toMathml(mul(num(2), factor))).not.toContain(space)
})

test('words and differentials have a thin space beside them, letters have none', () => {
  const isSpaced = (...factors: readonly Expression[]) => toMathml(mul(...factors)).includes('<mspace')
  expect(isSpaced(a, X)).toBe(false)
  expect(isSpaced(rate, X)).toBe(true)
  expect(isSpaced(A, d(X))).toBe(true)
  expect(isSpaced(trace(store, A), trace(store, B))).toBe(true)
  expect(isSpaced(member(store, numbers, num(2)), X)).toBe(false)
})

test('a screen reader is told of products and functions', () => {
  expect(toMathml(mul(A, X))).toContain('<mo>\u2062</mo>')
  expect(toMathml(trace(store, A))).toContain('<mo>\u2061</mo>')
})

test('whatever a name or a notation is, it stays text', () => {
  const own = createStore()
  const hostile = '<img src=x onerror=alert(1)>&"\''
  const named = symbol(own, hostile, { rows: '1', cols: '1' })
  const operator = defineOperator({
    name: hostile,
    summary: 'a function with a bad name',
    signature: 'scalar -> scalar',
    evaluate: (_, [value]) => value,
    notation: { form: 'delimited', unicode: ['<script>', '</script>₂'], latex: ['', ''] },
  })
  const [math] = readMarkup(toMathml(own.apply(operator, [named])))
  expect(mistakeIn(math)).toBeUndefined()
  expect(visibleText([math])).toBe(`<script>${hostile}</script>2`)
})

test('every subexpression has an address: a chain of nodes, each below the one before', () => {
  const expression = add(
    mul(num(2), X, inv(add(X, t(A))), d(X)),
    neg(mul(a, X, pow(s, num(-2)), t(W_out), inv(mul(a, s)))),
  )
  const write = createPrinter(addressedMathmlStyle)
  const nodes = new Map(reachable([expression]).map(node => [String(node.id), node]))
  const found = new Set<Expression>()
  const visit = ({ attributes, children }: Markup, above: Expression | undefined): void => {
    const node = attributes['data-id'] === undefined ? above : nodes.get(attributes['data-id'])
    if (node !== above) {
      expect(node).toBeDefined()
      if (above !== undefined) expect(reachable([above])).toContain(node)
      found.add(node!)
    }
    for (const child of children) visit(child, node)
  }
  const roots = readMarkup(write(expression))
  expect(roots.length).toBe(1)
  visit(roots[0], undefined)
  // Only what is written as part of something else has none: numbers, and powers that are set as fractions.
  const without = [...nodes.values()].filter(node => !found.has(node) && numberOf(node) === undefined)
  expect(without.every(({ operator }) => ['inv', 'power'].includes(operator.name))).toBe(true)
  // Without the marks it is the formula itself.
  expect(visibleText(roots)).toBe(visibleText(readMarkup(toMathml(expression))))
})
