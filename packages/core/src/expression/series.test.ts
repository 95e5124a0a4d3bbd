import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { codeOf, createSymbols } from '../testing/symbols.ts'
import { levelOf } from './binding.ts'
import { isZeroExpression, number, zeros } from './constants.ts'
import type { Expression } from './expression.ts'
import { Fact, has } from './facts.ts'
import { product } from './product.ts'
import { rational } from './rational.ts'
import { family, freshIndex, isSeries, member, replaceIndex, series, size } from './series.ts'
import type { Store } from './store.ts'
import { sum } from './sum.ts'
import { named } from './symbols.ts'
import { reachable, replace } from './walk.ts'

const scalarShape = { rows: '1', cols: '1' }

function setUp() {
  const symbols = createSymbols()
  const { store } = symbols
  const x = family(store, 'xs', { shape: { rows: 'n', cols: '1' }, facts: Fact.none, count: 'N' })
  const c = family(store, 'cs', { shape: scalarShape, facts: Fact.none, count: 'N' })
  const N = size(store, 'N')
  /** sum(i in 1..N, term(i)), built with an index above all of `open`. */
  const over = (open: readonly Expression[], term: (index: Expression) => Expression, name?: string) => {
    const index = freshIndex(store, open)
    return series(store, index, N, term(index), name)
  }
  return { ...symbols, xs: x, cs: c, N, over }
}

describe('series', () => {
  test('sums that differ in the name of the index are one object, called what it was called first', () => {
    const { store, xs, over } = setUp()
    const first = over([], i => member(store, xs, i), 't')
    const second = over([first], i => member(store, xs, i), 's')
    expect(second).toBe(first)
    expect(first.operands[0].data!.name).toBe('t')
    expect(first.free).toBe(0)
  })

  test('an index takes no name that stands for something', () => {
    const { store, cs, over, scalar } = setUp()
    scalar('i')
    const only = over([], i => member(store, cs, i))
    expect(only.operands[0].data!.name).toBe('j')
  })

  test('an index may be an exponent and has structure handed on', () => {
    const { store, N, over } = setUp()
    const members = family(store, 'S', {
      shape: { rows: 'n', cols: 'n' },
      facts: Fact.positiveDefinite | Fact.symmetric,
      count: 'N',
    })
    const total = over([], i => member(store, members, i))
    expect(has(total.facts, Fact.positiveDefinite)).toBe(true)
    expect(has(N.facts, Fact.integer)).toBe(true)
    expect(over([], () => zeros(store, { rows: 'n', cols: '1' }))).toBe(zeros(store, { rows: 'n', cols: '1' }))
  })

  test('of nothing is zero', () => {
    const { store, cs } = setUp()
    const upTo = (limit: number) => {
      const index = freshIndex(store, [])
      return series(store, index, number(store, rational(limit)), member(store, cs, index))
    }
    for (const limit of [0, -1]) expect(isZeroExpression(upTo(limit))).toBe(true)
    expect(isZeroExpression(upTo(1))).toBe(false)
  })

  test('the limit is an integer', () => {
    const { store, a, cs } = setUp()
    const index = freshIndex(store, [])
    expect(codeOf(() => series(store, index, a, member(store, cs, index)))).toBe('shape-mismatch')
  })

  test('too many sums inside of one another are an error', () => {
    const { store, N, cs } = setUp()
    expect(
      codeOf(() => {
        let term = member(store, cs, number(store, rational(1)))
        for (let depth = 0; depth < 40; depth++) {
          const index = freshIndex(store, [term])
          term = series(store, index, N, product(store, [member(store, cs, index), term]))
        }
      }),
    ).toBe('limit-exceeded')
  })

  test('replacing under a sum numbers its index anew and captures nothing', () => {
    const { store, cs, a, over } = setUp()
    const inner = over([], j => member(store, cs, j))
    const before = over([], i => product(store, [a, member(store, cs, i)]))
    const after = over([inner], i => product(store, [inner, member(store, cs, i)]))
    expect(replace(store, before, a, inner)).toBe(after)
    expect(levelOf(after.operands[0])).toBe(1)
    // Back to where it was, in the same numbers.
    expect(replace(store, after, inner, a)).toBe(before)
  })

  test('an index is looked for in the definitions of intermediates', () => {
    const { store, cs, over, a } = setUp()
    const build = (open: readonly Expression[], around: (name: Expression) => Expression) =>
      over(open, i => around(named(store, 'h', product(store, [a, member(store, cs, i)]))))
    const inner = over([], j => member(store, cs, j))
    const first = build([], h => h)
    const deeper = build([inner], h => product(store, [inner, h]))
    expect(first.free).toBe(0)
    expect(deeper.free).toBe(0)
    expect(replace(store, deeper, inner, number(store, rational(1)))).toBe(first)
  })
})

/** A formula whose indices have names: the reference, which knows nothing of levels. */
type Formula =
  | { readonly kind: 'constant' }
  | { readonly kind: 'member'; readonly of: string }
  | { readonly kind: 'plus' | 'times'; readonly parts: readonly Formula[] }
  | { readonly kind: 'sum'; readonly index: string; readonly term: Formula }

const { formula } = fc.letrec<{ formula: Formula }>(tie => ({
  formula: fc.oneof(
    { maxDepth: 5, withCrossShrink: true },
    fc.constant<Formula>({ kind: 'constant' }),
    fc.constantFrom('i', 'j', 'k').map((of): Formula => ({ kind: 'member', of })),
    fc
      .record({
        kind: fc.constantFrom('plus' as const, 'times' as const),
        parts: fc.array(tie('formula'), { minLength: 2, maxLength: 3 }),
      })
      .map(both => both as Formula),
    fc
      .record({ kind: fc.constant('sum' as const), index: fc.constantFrom('i', 'j', 'k'), term: tie('formula') })
      .map(both => both as Formula),
  ),
}))

/** The formula as an expression; names that no sum binds stand for scalars. */
function build(world: ReturnType<typeof setUp>, formula: Formula, scope: ReadonlyMap<string, Expression>): Expression {
  const { store, cs, N, scalar, a } = world
  switch (formula.kind) {
    case 'constant':
      return a
    case 'member':
      return scope.has(formula.of) ? member(store, cs, scope.get(formula.of)!) : scalar(`free_${formula.of}`)
    case 'sum': {
      const index = freshIndex(store, [...scope.values()])
      return series(
        store,
        index,
        N,
        build(world, formula.term, new Map([...scope, [formula.index, index]])),
        formula.index,
      )
    }
    default: {
      const parts = formula.parts.map(part => build(world, part, scope))
      return formula.kind === 'plus' ? sum(store, parts) : product(store, parts)
    }
  }
}

/** The same formula with every bound name primed: alpha-equivalent. */
function renamed(formula: Formula, names: ReadonlyMap<string, string> = new Map()): Formula {
  switch (formula.kind) {
    case 'constant':
      return formula
    case 'member':
      return { kind: 'member', of: names.get(formula.of) ?? formula.of }
    case 'sum': {
      const index = `${formula.index}${names.size}`
      return { kind: 'sum', index, term: renamed(formula.term, new Map([...names, [formula.index, index]])) }
    }
    default:
      return { kind: formula.kind, parts: formula.parts.map(part => renamed(part, names)) }
  }
}

/** Its value where every sum runs over 1, 2, 3, by the book. */
function byTheBook(formula: Formula, at: ReadonlyMap<string, number>): number {
  switch (formula.kind) {
    case 'constant':
      return 0.7
    case 'member':
      return at.has(formula.of) ? Math.sqrt(at.get(formula.of)! + 1) : 1.3
    case 'sum':
      return [1, 2, 3].reduce((total, k) => total + byTheBook(formula.term, new Map([...at, [formula.index, k]])), 0)
    default: {
      const values = formula.parts.map(part => byTheBook(part, at))
      return formula.kind === 'plus' ? values.reduce((x, y) => x + y, 0) : values.reduce((x, y) => x * y, 1)
    }
  }
}

/** The value of the expression, with the indices given by level. */
function evaluate(store: Store, expression: Expression, at: ReadonlyMap<number, number>): number {
  const { operator, operands, data } = expression
  if (isSeries(expression)) {
    const level = levelOf(operands[0])
    return [1, 2, 3].reduce((total, k) => total + evaluate(store, operands[2], new Map([...at, [level, k]])), 0)
  }
  if (operator.name === 'index') return at.get(levelOf(expression))!
  if (operator.name === 'member') return Math.sqrt(evaluate(store, operands[1], at) + 1)
  if (data?.value !== undefined) return Number(data.value.numerator) / Number(data.value.denominator)
  if (operator.name === 'symbol') return data!.name === 'a' ? 0.7 : 1.3
  const values = operands.map(operand => evaluate(store, operand, at))
  return operator.name === 'plus' ? values.reduce((x, y) => x + y, 0) : values.reduce((x, y) => x * y, 1)
}

describe('bound indices', () => {
  test('alpha-equivalent formulas are one object, with the value that the formula has', () => {
    fc.assert(
      fc.property(formula, formula => {
        const world = setUp()
        const built = build(world, formula, new Map())
        expect(built.free).toBe(0)
        expect(build(world, renamed(formula), new Map())).toBe(built)
        const value = byTheBook(formula, new Map())
        expect(Math.abs(evaluate(world.store, built, new Map()) - value)).toBeLessThan(
          1e-9 * Math.max(1, Math.abs(value)),
        )
      }),
      { numRuns: 300 },
    )
  })

  test('what is put in the place of an index keeps its own free indices', () => {
    fc.assert(
      fc.property(formula, fc.constantFrom('i', 'j', 'k'), fc.constantFrom('i', 'j', 'k'), (formula, target, by) => {
        const world = setUp()
        const { store } = world
        const scope = new Map<string, Expression>()
        for (const name of ['i', 'j', 'k']) scope.set(name, freshIndex(store, [...scope.values()]))
        const open = build(world, formula, scope)
        const moved = replaceIndex(store, open, scope.get(target)!, scope.get(by)!)
        // By the book: close over all three names, once with the target's value taken from the other index.
        const at = new Map([...scope].map(([name, index], k) => [name, { level: levelOf(index), value: k + 1 }]))
        const values = new Map([...at].map(([name, { value }]) => [name, name === target ? at.get(by)!.value : value]))
        const levels = new Map([...at.values()].map(({ level, value }) => [level, value]))
        const value = byTheBook(formula, values)
        expect(Math.abs(evaluate(store, moved, levels) - value)).toBeLessThan(1e-9 * Math.max(1, Math.abs(value)))
      }),
      { numRuns: 300 },
    )
  })

  test('an index of any level may be put in its place, also one that a sum inside binds', () => {
    const { store, cs, N, over } = setUp()
    const outer = freshIndex(store, [])
    const open = over([outer], j => product(store, [member(store, cs, outer), member(store, cs, j)]))
    const [bound] = open.operands
    const captured = replaceIndex(store, open, outer, bound)
    expect(captured.free).toBe(1 << levelOf(bound))
    const closed = series(store, bound, N, captured)
    expect(closed).toBe(series(store, outer, N, open))
    expect(reachable([closed]).filter(isSeries)).toHaveLength(2)
  })
})
