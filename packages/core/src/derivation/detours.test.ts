import { describe, expect, test } from 'vitest'
import type { Expression } from '../expression/expression.ts'
import { transpose } from '../expression/linear.ts'
import { product } from '../expression/product.ts'
import { sum } from '../expression/sum.ts'
import type { Identity, Phase } from '../identity/identity.ts'
import { createRegistry } from '../identity/registry.ts'
import { createBudget, defaultLimits } from '../limits.ts'
import { createSymbols } from '../testing/symbols.ts'
import { simplifyBlock } from './read-off.ts'
import type { Simplifier } from './simplify.ts'
import { type Block, cutDetours, type Step } from './step.ts'
import { type Change, createWork } from './work.ts'

const law = (name: string, phase: Phase = 'simplify'): Identity => ({
  ...{ name, version: '1.0.0', title: name, summary: name, source: 'a test', statements: [], where: {}, on: [] },
  phases: [phase],
  directed: true,
  rewrite: () => undefined,
})

const { store, X, Y } = createSymbols()
const Z = product(store, [X, Y])
const left = { kind: 'derivative', by: [X] } as const
const change = (from: Expression, to: Expression, identity = law('any')): Change => ({
  ...{ identity, from, to, conditions: [] },
})

/** The block of a line, simplified by these changes for as long as their `from` is the line. */
function simplified(start: Expression, changes: readonly Change[], isWhole: Simplifier['isWhole'] = () => false) {
  const work = createWork(
    createRegistry().freeze(),
    store,
    createBudget({ ...defaultLimits, steps: 100 }),
    [],
    new Set(),
  )
  const block: Block = { left, start, steps: [], end: start }
  const simplifier = {
    changes: (line: Expression) => changes.filter(({ from }) => from === line || line.operands.includes(from)),
    alone: () => [],
    isWhole,
  }
  simplifyBlock(work, simplifier as Partial<Simplifier> as Simplifier, block)
  return block
}

describe('a round of simplification', () => {
  test('follows another as long as something is left to do', () => {
    const { steps, end } = simplified(Z, [change(Z, X), change(X, Y)])
    expect(end).toBe(Y)
    expect(steps.map(({ after }) => after)).toEqual([X, Y])
  })

  test('is the last one where laws undo each other, and the shortest line is the end', () => {
    const { steps, end } = simplified(sum(store, [X, Y]), [
      change(sum(store, [X, Y]), transpose(store, Y)),
      change(transpose(store, Y), Z),
      change(Z, transpose(store, Y)),
    ])
    expect(end).toBe(transpose(store, Y))
    expect(steps).toHaveLength(1)
  })

  test('leaves what is simple where it stands as it is, and changes the same elsewhere', () => {
    const whole = transpose(store, X)
    const { end } = simplified(sum(store, [whole, X]), [change(X, Y)], node => node === whole)
    expect(end).toBe(sum(store, [whole, Y]))
  })
})

describe('detours', () => {
  const stepTo = (before: Expression, after: Expression, identity = law('any')): Step => ({
    ...{ identity, before, after, from: [before], to: [after], partial: false, conditions: [] },
  })
  const cut = (steps: Step[], from = 0) => {
    const block = { left, start: X, steps, end: steps[steps.length - 1].after }
    cutDetours(block, from)
    return block.steps.map(({ after }) => after)
  }

  test('are taken out, and what comes after them stays', () => {
    expect(cut([stepTo(X, Y), stepTo(Y, Z), stepTo(Z, X), stepTo(X, Z)])).toEqual([Z])
    expect(cut([stepTo(X, Y), stepTo(Y, Z), stepTo(Z, Y)])).toEqual([Y])
  })

  test('that lines of somebody else take stay', () => {
    expect(cut([stepTo(X, Y), stepTo(Y, X)], 2)).toEqual([Y, X])
    expect(cut([stepTo(X, Y), stepTo(Y, X), stepTo(X, Y)], 1)).toEqual([Y])
  })

  test('are none where a layout or a structure came in between', () => {
    expect(cut([stepTo(X, Y, law('layout', 'layout')), stepTo(Y, X)])).toEqual([Y, X])
  })

  test('are not looked for among steps that write only some of their terms', () => {
    expect(cut([{ ...stepTo(X, Y), partial: true }, stepTo(Z, Y)])).toEqual([Y, Y])
  })
})
