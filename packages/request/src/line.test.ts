import { standardRegistry } from '@matrix-derive/standard'
import { describe, expect, test } from 'vitest'
import { identitiesOf, linesOf } from './line.ts'
import { derivationOf } from './solution.ts'

const registry = standardRegistry()
const few = { expression: "y = A*x; y'*y + x'*x", wrt: 'x', order: 2 }
const many = { expression: Array.from({ length: 18 }, (_, i) => `x${i}'*A*x${i}`).join(' + '), wrt: ['x0', 'x3'] }

describe.each([
  ['few terms', few],
  ['so many terms that only those are shown that change', many],
])('the lines of a derivation with %s', (_, request) => {
  const { derivation } = derivationOf({ variables: { A: 'matrix(n)' }, ...request }, { registry })
  const lines = [...linesOf(derivation)]

  test('have every step once, and every block', () => {
    const parts = lines.flatMap(({ part }) => (part === undefined ? [] : [part]))
    expect(new Set(parts).size).toBe(parts.length)
    const { blocks } = derivation
    const isTold = (part: object) => parts.some(each => each === part)
    expect(blocks.flatMap(({ steps }) => steps).every(isTold)).toBe(true)
    const silent = blocks.filter(block => !isTold(block))
    expect(silent.every(({ left }) => left.kind === 'differential' && left.form === 'term')).toBe(true)
  })

  test('go on from the line above, or say what they are equal to', () => {
    const steps = new Map(derivation.blocks.flatMap(({ steps }) => steps).map(step => [step, step] as const))
    for (const [i, line] of lines.entries()) {
      const step = steps.get(line.part as never)
      if (line.opens || step === undefined) expect(line.opens).toBe(true)
      else expect([step.before, step.partial]).toEqual([lines[i - 1].right, lines[i - 1].partial])
    }
  })
})

test('of a long sum some show only the terms that change', () => {
  const { derivation } = derivationOf({ variables: { A: 'matrix(n)' }, ...many }, { registry })
  const partial = [...linesOf(derivation)].filter(line => line.partial)
  expect(partial.length).toBeGreaterThan(2)
  expect(partial[0]).toMatchObject({ opens: true, first: false })
})

test('identities are those of steps and of openings, in the order of their use', () => {
  const { derivation } = derivationOf({ expression: 'tr(A*X*B)', wrt: 'X' }, { registry })
  expect(identitiesOf(derivation).map(({ name }) => name)).toEqual([
    ...['differential-trace', 'differential-affine', 'trace-cyclic', 'identify-scalar-by-matrix'],
  ])
})
