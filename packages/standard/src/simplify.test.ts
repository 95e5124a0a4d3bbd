import {
  brackets,
  createBudget,
  createStore,
  defaultLimits,
  type Expression,
  replace,
  requireProblem,
  textbookForm,
} from '@matrix-derive/core'
import { readProgram } from '@matrix-derive/language'
import { toText } from '@matrix-derive/notation'
import { programDeclarations, programValues } from '@matrix-derive/testing/programs'
import { createRandom } from '@matrix-derive/verify'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { standardRegistry } from './index.ts'
import { assignTo, deriveText, distance, numbersOf } from './testing/deriving.ts'
import { randomPrograms } from './testing/random-programs.ts'

// What the simplifier promises of any expression: it ends, never makes longer, keeps the value, and has nothing left to
// do on what it has made. fast-check prints the seed of what it finds.

const registry = standardRegistry()
const { operators } = registry
const values = programValues(createRandom(11))
const budget = () => createBudget(defaultLimits)

function read(text: string, declarations: Readonly<Record<string, string>> = programDeclarations) {
  const store = createStore()
  const program = readProgram({ text, declarations, operators, store })
  const simplify = (expression: Expression) => textbookForm({ registry, store, expression, budget: budget() })
  return { store, program, simplify, ...simplify(program.expression), start: program.expression }
}

/** Undefined where an expression has no value at the point, as the inverse of a singular matrix. */
function valueAt(expression: Expression, at: ReturnType<typeof assignTo>) {
  try {
    const entries = numbersOf(expression, at)
    return entries.flat().every(entry => Math.abs(entry) < 1e6) ? entries : undefined
  } catch (thrown) {
    requireProblem(thrown)
    return undefined
  }
}

describe('simplification of random expressions', () => {
  test('ends, and no use of a law makes longer what it is used on', () => {
    fc.assert(
      fc.property(randomPrograms({ depth: 4 }), ({ text }) => {
        const { start, expression, changes, simplify } = read(text)
        for (const { identity, from, to } of changes) {
          const end = identity.inContext ? to : simplify(to).expression
          expect(end.cost).toBeLessThanOrEqual(from.cost)
        }
        // Around what has become shorter there may now be brackets.
        expect(expression.cost).toBeLessThanOrEqual(start.cost + 2 * brackets)
      }),
      { numRuns: 200 },
    )
  })

  test('has nothing to do on what it has made', () => {
    fc.assert(
      fc.property(randomPrograms({ depth: 4 }), ({ text }) => {
        const { expression, simplify } = read(text)
        expect(toText(simplify(expression).expression)).toBe(toText(expression))
      }),
      { numRuns: 200 },
    )
  })

  test('keeps the value, also when its uses of laws are done one after the other', () => {
    fc.assert(
      fc.property(randomPrograms({ depth: 4 }), ({ text }) => {
        const { start, expression, changes, program, store } = read(text)
        const at = assignTo(program, values)
        const done = changes.reduce((line, { from, to }) => replace(store, line, from, to), start)
        const [before, after, stepwise] = [start, expression, done].map(each => valueAt(each, at))
        fc.pre(before !== undefined && after !== undefined && stepwise !== undefined)
        if (before!.flat().every(entry => Math.abs(entry) < 1e-9)) return
        expect(distance(after!, before!)).toBeLessThan(1e-6)
        expect(distance(stepwise!, before!)).toBeLessThan(1e-6)
      }),
      { numRuns: 200 },
    )
  })
})

describe('simplification on the way to a derivative', () => {
  const steps = 10_000

  test.each([
    { order: 1, depth: 5, numRuns: 300 },
    { order: 2, depth: 4, numRuns: 300 },
  ] as const)('ends far from the limit of steps and never comes back to a line: order $order', options => {
    const { order, depth, numRuns } = options
    fc.assert(
      fc.property(randomPrograms({ depth, order }), ({ text, wrt }) => {
        const limits = { ...defaultLimits, steps }
        const { blocks } = deriveText({ text, wrt, order, declarations: programDeclarations, limits })
        for (const { start, steps } of blocks) {
          let lines = new Set([start])
          for (const { identity, partial, after } of steps) {
            if (!identity.phases.includes('simplify')) lines = new Set()
            if (!partial) expect(lines).not.toContain(after)
            if (!partial) lines.add(after)
          }
        }
      }),
      { numRuns, seed: 1 },
    )
  })

  test('ends where a law that is only for where it stands leaves what is simplified elsewhere', () => {
    const text = 'k*sum(kron(((ones(1,n)).^(1/2))*(ones(n,m)*PP), pinv(z)))'
    const declarations = { z: 'rowvector(m)', PP: 'spd(m)', k: 'scalar' }
    const { answer } = deriveText({ text, wrt: 'z', order: 2, declarations, limits: { ...defaultLimits, steps } })
    expect(toText(answer)).not.toContain("PP'")
  })
})

const vectors = { b: 'vector(n)', d: 'vector(n)', x: 'vector(n)' }
const kinds = { ...vectors, A: 'matrix(m,n)', M: 'matrix(n)', Y: 'matrix(n)', c: 'scalar', k: 'scalar' }

test('the same input gives the same bytes', () => {
  const text = "c*(M*Y*M)'*(b + b) - 2*(b*c)"
  expect(toText(read(text, kinds).expression)).toBe(toText(read(text, kinds).expression))
})

test.each([
  ['-b + x', 'x - b'],
  ['-2*(b - x)', '2*(x - b)'],
  ['-b - x', '-(b + x)'],
  ["M' + M", "M + M'"],
  ['b - (x - d)', 'b + d - x'],
  ['c*b + c*x', 'c*(b + x)'],
  ['2*M*b - 2*M*x', '2*M*(b - x)'],
  ['c^-1*k', 'k/c'],
  ['(c^2)^-2*c', '1/c^3'],
  ['c*k*(c*k)^-2', '1/c/k'],
  ['b .* b', 'b.^2'],
  ['(1 ./ b) .* x', 'x ./ b'],
  ['exp(c)/(1 + exp(c))', 'sigmoid(c)'],
  ['exp(b)/sum(exp(b))', 'softmax(b)'],
  ["b'*ones(n)", 'sum(b)'],
  ["b'*M'*x", "x'*M*b"],
  ["inv(A'*A)*A'", 'pinv(A)'],
  ["(M'*Y') .* M", "(Y*M)' .* M"],
] as const)('%s is written %s', (text, expected) => {
  expect(toText(read(text, kinds).expression)).toBe(expected)
})
