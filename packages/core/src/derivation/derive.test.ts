import { describe, expect, test } from 'vitest'
import { fail } from '../error.ts'
import type { Expression } from '../expression/expression.ts'
import { differential, transpose } from '../expression/linear.ts'
import { defineOperator } from '../expression/operator.ts'
import { product } from '../expression/product.ts'
import { kindOf } from '../expression/shape.ts'
import { sum } from '../expression/sum.ts'
import type { Identity, Phase } from '../identity/identity.ts'
import type { Layout } from '../identity/layout.ts'
import { createRegistry } from '../identity/registry.ts'
import { createBudget, defaultLimits } from '../limits.ts'
import { codeOf, createSymbols, show } from '../testing/symbols.ts'
import { derive } from './derive.ts'
import { numeratorShape } from './read-off.ts'

// The engine with no more than it needs: one law for a sum, one that reads off, one that says constants are constant.

const law = (name: string, phase: Phase, on: string, rewrite: Identity['rewrite']): Identity => ({
  name,
  version: '1.0.0',
  title: name,
  summary: name,
  source: 'a test',
  phases: [phase],
  statements: [],
  where: {},
  on: [on],
  directed: true,
  rewrite,
})

const termByTerm = law('term-by-term', 'differential', 'plus', (node, { store }) =>
  sum(
    store,
    node.operands[0].operands.map(term => differential(store, term)),
  ),
)
const constantsVanish = law('constants-vanish', 'differential', 'constant', (node, { store }) =>
  product(store, [store.apply(zeroOperator, []), node]),
)
const carryAlong = law('carry-along', 'differential', 'times', (node, { store, depends }) => {
  const factors = node.operands[0].operands
  const moving = factors.findIndex(depends)
  return product(store, factors.with(moving, differential(store, factors[moving])))
})
const readOff = law('read-off', 'identify', 'vector by vector', () => undefined)
const zeroOperator = defineOperator({
  name: 'nothing',
  summary: 'not used',
  shape: () => ({ rows: '1', cols: '1' }),
  evaluate: () => fail('unsupported', 'not used'),
})
const mystery = defineOperator({
  name: 'mystery',
  summary: 'an operator whose differential nobody knows',
  signature: 'matrix(m,n) -> matrix(m,n)',
  evaluate: (_, [only]) => only,
})
const plain: Layout = {
  name: 'plain',
  aliases: [],
  identity: law('layout-plain', 'layout', 'none', () => undefined),
  fromNumerator: (_, derivative) => derivative,
  toNumerator: (_, derivative) => derivative,
}
const turned: Layout = {
  ...plain,
  name: 'turned',
  identity: law('layout-turned', 'layout', 'none', () => undefined),
  fromNumerator: transpose,
}
const registry = createRegistry()
  .use(
    ...[termByTerm, constantsVanish, carryAlong, readOff].map(identity => ({ kind: 'identity', identity }) as const),
    { kind: 'layout', layout: plain },
    { kind: 'operator', operator: mystery },
  )
  .freeze()

type Symbols = ReturnType<typeof createSymbols>

function derivation(
  { store, x }: Symbols,
  expression: Expression,
  { layout = plain, budget = createBudget(), using = registry, order = 1 } = {},
) {
  return derive({
    registry: using,
    store,
    expression,
    variables: [x],
    layout,
    order,
    budget,
    taken: new Set(['x']),
  })
}

/** Two matrices times x, both depending on it. */
function twoTerms({ store, A, X, x }: Symbols): Expression {
  return sum(store, [product(store, [A, x]), product(store, [A, X, x])])
}

describe('a derivation', () => {
  test('is a chain of equations whose last line is the answer', () => {
    const symbols = createSymbols()
    const { blocks, answers, differential: line } = derivation(symbols, product(symbols.store, [symbols.A, symbols.x]))
    expect(show(answers[0].expression)).toBe('A')
    expect(show(line)).toBe('times(A d(x))')
    const [lines, reading] = blocks
    expect(lines.steps.map(({ identity }) => identity.name)).toEqual(['carry-along'])
    expect(lines.steps[0].before).toBe(lines.start)
    expect(reading.by).toBe(readOff)
    expect(reading.start).toBe(symbols.A)
  })

  test('records the conversion to a layout as a step of that layout', () => {
    const symbols = createSymbols()
    const { blocks, answers } = derivation(symbols, product(symbols.store, [symbols.A, symbols.x]), { layout: turned })
    expect(show(answers[0].expression)).toBe('transpose(A)')
    expect(blocks[1].steps.map(({ identity }) => identity.name)).toEqual(['layout-turned'])
  })

  test('of an operator without a differential is refused, and never zero', () => {
    const symbols = createSymbols()
    const { store, X, Y, x } = symbols
    for (const inner of [x, product(store, [X, x])]) {
      const application = store.apply(mystery, [inner])
      expect(codeOf(() => derivation(symbols, application))).toBe('unsupported')
      expect(codeOf(() => derivation(symbols, sum(store, [product(store, [Y, x]), application])))).toBe('unsupported')
    }
  })

  test('with no identities at all is refused for everything but the variable itself', () => {
    const symbols = createSymbols()
    const { store, A, x } = symbols
    const using = createRegistry().freeze()
    expect(codeOf(() => derivation(symbols, product(store, [A, x]), { using }))).toBe('unsupported')
    expect(codeOf(() => derivation(symbols, sum(store, [x, x]), { using }))).toBe('unsupported')
    // d(x) is read off at once; what says so is missing.
    expect(codeOf(() => derivation(symbols, x, { using }))).toBe('plugin')
  })

  test('has an order within the limit', () => {
    const symbols = createSymbols()
    expect(codeOf(() => derivation(symbols, twoTerms(symbols), { order: defaultLimits.order + 1 }))).toBe(
      'limit-exceeded',
    )
  })

  test('stops at the limit of steps and of time, and when it is cancelled', () => {
    const withBudget = (budget: ReturnType<typeof createBudget>) => {
      const symbols = createSymbols()
      return codeOf(() => derivation(symbols, twoTerms(symbols), { budget }))
    }
    expect(withBudget(createBudget({ ...defaultLimits, steps: 1 }))).toBe('limit-exceeded')
    expect(withBudget(createBudget({ ...defaultLimits, time: -1 }))).toBe('limit-exceeded')
    expect(withBudget(createBudget(defaultLimits, AbortSignal.abort()))).toBe('cancelled')
  })
})

test('the shape of a derivative in numerator layout is that of the layout table', () => {
  const kinds = {
    scalar: { rows: '1', cols: '1' },
    vector: { rows: 'm', cols: '1' },
    'row vector': { rows: '1', cols: 'm' },
    matrix: { rows: 'm', cols: 'n' },
  }
  const shape = (of: keyof typeof kinds, by: keyof typeof kinds) => {
    const { rows, cols } = numeratorShape({ of: kinds[of], by: kinds[by] })
    expect(kindOf(kinds[of])).toBe(of)
    return `${rows} ${cols}`
  }
  expect(shape('scalar', 'scalar')).toBe('1 1')
  expect(shape('scalar', 'vector')).toBe('1 m')
  expect(shape('scalar', 'row vector')).toBe('1 m')
  expect(shape('vector', 'scalar')).toBe('m 1')
  expect(shape('row vector', 'scalar')).toBe('m 1')
  expect(shape('vector', 'vector')).toBe('m m')
  expect(shape('scalar', 'matrix')).toBe('n m')
  expect(shape('matrix', 'scalar')).toBe('m n')
  expect(shape('vector', 'matrix')).toBe('m m*n')
  expect(shape('matrix', 'matrix')).toBe('m*n m*n')
})
