import { Fact, has, problemOf } from '@matrix-derive/core'
import { floatAlgebra, type Rows } from '@matrix-derive/verify'
import { describe, expect, test } from 'vitest'
import { createStore, defineOperator, type PluginOperatorDefinition, symbol } from './index.ts'

const manifest = { name: '@acme/operator-own', version: '1.2.0', description: 'It is its own.' }
const define = (definition: PluginOperatorDefinition) => defineOperator(manifest, definition)
const own = (more: object = {}) => ({
  summary: 'its own',
  elementwise: { program: 'x^3', derivative: '3*x^2', ...more },
})
const quad = { summary: "x'Ax", signature: 'matrix(n), vector(n) -> scalar', operands: ['A', 'x'], program: "x'*A*x" }

const store = createStore()
const X = symbol(store, 'X', { rows: 'm', cols: 'n' })

/** What the operator makes of a matrix of numbers. */
function valueAt(definition: PluginOperatorDefinition, ...rows: (readonly (readonly number[])[])[]): Rows {
  const { operator } = define(definition)
  return floatAlgebra.toRows(operator.evaluate(floatAlgebra, rows.map(floatAlgebra.fromRows), X, () => 1))
}

describe('an operator of a plugin', () => {
  test('is called as its package is, has its version, and is written like a function', () => {
    const { operator } = define(own())
    expect(operator).toMatchObject({
      name: 'own',
      aliases: [],
      summary: 'its own',
      notation: { form: 'function' },
      origin: { name: 'operator-own', version: '1.2.0' },
    })
    expect(define({ ...own(), aliases: ['mine'] }).operator.aliases).toEqual(['mine'])
  })

  test('computes what its program says, or else its function', () => {
    expect(valueAt(own(), [[1, -2]])).toEqual([[1, -8]])
    expect(valueAt(own({ program: undefined, value: Math.cbrt }), [[8, -27]])).toEqual([[2, -3]])
    // In floating point one number at a time.
    expect(define(own()).operator.elementwise?.value(3)).toBe(27)
    expect(define(own({ value: (x: number) => -x })).operator.elementwise?.value(3)).toBe(-3)
  })

  test('has no more parts than it was given', () => {
    const { elementwise } = define(own({ program: undefined, value: Math.cbrt })).operator
    expect(Object.keys(elementwise!).sort()).toEqual(['derivative', 'operators', 'value'])
    expect(define(own({ condition: 'x > 0' })).operator.elementwise).toMatchObject({
      program: 'x^3',
      condition: 'x > 0',
    })
  })

  test('has the structure that it always has, and keeps what every operand has', () => {
    const symbolWith = (name: string, facts: number) => symbol(store, name, { rows: 'n', cols: 'n' }, facts)
    const [S, D, U] = [symbolWith('S', Fact.symmetric), symbolWith('D', Fact.diagonal), symbolWith('U', Fact.upper)]
    const { facts } = define({ ...own(), keeps: ['symmetric', 'upper'] }).operator
    const kept = (bit: number, ...operands: (typeof S)[]) => has(facts(operands, undefined), bit)
    expect([kept(Fact.symmetric, S), kept(Fact.symmetric, S, U), kept(Fact.upper, U)]).toEqual([true, false, true])
    expect([kept(Fact.symmetric, S, D), kept(Fact.symmetric)]).toEqual([true, false])
    const always = define({ ...own(), is: ['skew'] }).operator.facts([X], undefined)
    expect([has(always, Fact.skew), has(always, Fact.symmetric)]).toEqual([true, false])
  })

  test('may have several operands, whose sizes its program may speak of', () => {
    const [A, x] = [
      [
        [1, 2],
        [3, 4],
      ],
      [[1], [10]],
    ]
    expect(valueAt(quad, A, x)).toEqual([[451]])
    const half = { ...quad, signature: 'matrix(2*n), vector(2*n) -> scalar', program: "n*x'*A*x" }
    expect(valueAt(half, A, x)).toEqual([[451]])
  })

  test.each<[string, () => unknown, string]>([
    [
      'computes nothing',
      () => define(own({ program: undefined })),
      'Expected what the operator "own" computes, received nothing.',
    ],
    [
      'has no program',
      () => define({ summary: 'nothing', signature: 'scalar -> scalar' }),
      '"own" computes, received nothing.',
    ],
    [
      'is of unknown structure',
      () => define({ ...own(), is: ['round'] } as unknown as PluginOperatorDefinition),
      'received "round".',
    ],
    [
      'throws',
      () => valueAt({ ...quad, evaluate: throwing(new TypeError('no')) }, [[1]]),
      'Expected @acme/operator-own@1.2.0 to evaluate its operator, received TypeError: no.',
    ],
    ['throws what is no error', () => valueAt({ ...quad, evaluate: throwing('no') }, [[1]]), 'received no.'],
    [
      'is no program of one entry',
      () => valueAt(own({ program: 'sum(x)' }), [[1]]),
      'Expected a program of one entry x, received "sum(x)" with "sum".',
    ],
  ])('that %s is a problem of the plugin', (_, run, message) => {
    const problem = problemOf(thrownBy(run))
    expect(problem?.code).toBe('plugin')
    expect(problem?.message).toContain(message)
  })
})

function throwing(what: unknown): () => never {
  return () => {
    throw what
  }
}

function thrownBy(run: () => unknown): unknown {
  try {
    return run()
  } catch (thrown) {
    return thrown
  }
}
