import { describe, expect, test } from 'vitest'
import { createSymbols, show } from '../testing/symbols.ts'
import type { Expression } from './expression.ts'
import { elementwiseFunction } from './functions.ts'
import { trace, transpose } from './linear.ts'
import { product } from './product.ts'
import { sum } from './sum.ts'
import { named } from './symbols.ts'
import { reachable, rebuild, replace, substitute, throughNames } from './walk.ts'

const deep = 100_000
const sigma = elementwiseFunction('sigma')

/** f(f(f(... X))). */
function tower(store: ReturnType<typeof createSymbols>['store'], x: Expression, height: number): Expression {
  let top = x
  for (let level = 0; level < height; level++) top = store.apply(sigma, [top])
  return top
}

describe('reachable', () => {
  test('gives every node once, operands before their users', () => {
    const { store, X, Y } = createSymbols()
    const shared = product(store, [X, Y])
    const nodes = reachable([sum(store, [transpose(store, shared), shared])])
    expect(new Set(nodes).size).toBe(nodes.length)
    const place = new Map(nodes.map((node, i) => [node, i]))
    for (const node of nodes)
      for (const operand of node.operands) expect(place.get(operand)!).toBeLessThan(place.get(node)!)
  })

  test('visits a graph, not its tree: 2^1000 ways down are 1001 nodes', () => {
    const { store, X } = createSymbols()
    let top: Expression = X
    for (let level = 0; level < 1000; level++) top = store.apply(sigma, [product(store, [top, top])])
    expect(reachable([top])).toHaveLength(2001)
  })

  test('looks through names only where asked', () => {
    const { store, X, Y } = createSymbols()
    const Z = named(store, 'Z', product(store, [X, Y]))
    expect(reachable([transpose(store, Z)])).not.toContain(X)
    expect(reachable([transpose(store, Z)], throughNames)).toContain(X)
  })
})

test('no pass recurses: a tower of 100,000 functions is walked, rebuilt and replaced in', () => {
  const { store, X, Y } = createSymbols()
  const top = tower(store, X, deep)
  expect(reachable([top])).toHaveLength(deep + 1)
  const moved = replace(store, top, X, Y)
  expect(moved).toBe(tower(store, Y, deep))
  expect(rebuild(store, top, node => (node === X ? Y : node))).toBe(moved)
})

describe('rebuild', () => {
  test('shows each node once, with its operands already changed', () => {
    const { store, X, Y } = createSymbols()
    const seen: string[] = []
    const shared = product(store, [X, Y])
    rebuild(store, sum(store, [shared, transpose(store, shared)]), node => {
      seen.push(show(node))
      return node === X ? Y : node
    })
    expect(seen.filter(text => text === 'times(Y Y)')).toHaveLength(1)
    expect(seen.at(-1)).toBe('plus(times(Y Y) transpose(times(Y Y)))')
  })

  test('gives back the very expression when nothing changes', () => {
    const { store, X } = createSymbols()
    const whole = trace(store, product(store, [X, transpose(store, X)]))
    expect(rebuild(store, whole, node => node)).toBe(whole)
  })

  test('puts what it builds into normal form', () => {
    const { store, X, Y, a } = createSymbols()
    const whole = product(store, [X, Y])
    expect(show(rebuild(store, whole, node => (node === Y ? product(store, [a, Y]) : node)))).toBe('times(a X Y)')
  })
})

describe('substitute', () => {
  test('replaces every occurrence of several targets at once', () => {
    const { store, X, Y } = createSymbols()
    const swapped = substitute(
      store,
      product(store, [X, Y, X]),
      new Map([
        [X, Y],
        [Y, X],
      ]),
    )
    expect(show(swapped)).toBe('times(Y X Y)')
  })

  test('does not look into what was born before its targets', () => {
    const { store, X, Y } = createSymbols()
    const below = tower(store, X, 5)
    const target = transpose(store, Y)
    const whole = product(store, [below, target])
    expect(show(replace(store, whole, target, Y))).toBe(show(product(store, [below, Y])))
  })
})
