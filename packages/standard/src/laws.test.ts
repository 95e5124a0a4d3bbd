import {
  createRegistry,
  createStore,
  defineOperator,
  type Expression,
  type Plugin,
  problemOf,
  type Registry,
} from '@matrix-derive/core'
import { readExpression, readProgram } from '@matrix-derive/language'
import { toProgram, toText } from '@matrix-derive/notation'
import { builtInOperators } from '@matrix-derive/operators'
import { familyCount, programDeclarations, programValues, type RandomProgram } from '@matrix-derive/testing/programs'
import { type Assignment, createRandom, proveEqual, type Rows } from '@matrix-derive/verify'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { identities, layouts, openStandardRegistry, standardRegistry } from './index.ts'
import {
  assignTo,
  type Derived,
  deriveText,
  distance,
  inLayout,
  numbersOf,
  type Task,
  transposed,
  variableValue,
} from './testing/deriving.ts'
import { randomPrograms } from './testing/random-programs.ts'

// fast-check prints the seed and the path of what it finds; `fc.assert(..., { seed, path })` runs it again.

const values = programValues(createRandom(5))
const layoutNames = ['numerator', 'denominator', 'mixed']

// All names are declared, those too that a program does not use: their values say how large m, n and p are.
const derived = ({ text, wrt }: Pick<RandomProgram, 'text' | 'wrt'>, more: Partial<Task> = {}): Derived =>
  deriveText({ text, wrt, declarations: programDeclarations, ...more })

/**
 * The entries of an expression. A program that has no value at the point, because it inverts a singular matrix, or one
 * of a size at which rounding matters, is passed over.
 */
function sampled(expression: Expression, at: Assignment): Rows {
  const entries = unlessUndefined(() => numbersOf(expression, at))
  fc.pre(isModerate(entries))
  return entries
}

const isModerate = (x: Rows) => x.flat().every(entry => Math.abs(entry) < 1e8)

function unlessUndefined<T>(run: () => T): T {
  try {
    return run()
  } catch (thrown) {
    const problem = problemOf(thrown)
    fc.pre(problem?.code !== 'value' || !problem.message.includes('invertible'))
    fc.pre(problem?.code !== 'unsupported' || !problem.message.includes('a point at which both sides have values'))
    throw thrown
  }
}

test('answers to random programs in the three layouts are transposes of each other by the layout table', () => {
  fc.assert(
    fc.property(randomPrograms({ depth: 3 }), program => {
      const { expression, answer, program: read } = derived(program)
      const at = assignTo(read, values)
      const [f, numerator] = [sampled(expression, at), sampled(answer, at)]
      for (const layout of layoutNames) {
        const other = numbersOf(derived(program, { layout }).answer, at)
        expect(
          distance(other, inLayout(layout, numerator, f, variableValue(at, program.wrt, familyCount))),
        ).toBeLessThan(1e-7)
      }
    }),
    { numRuns: 40 },
  )
})

test('answers to random programs are programs with the same value', () => {
  fc.assert(
    fc.property(randomPrograms({ depth: 3 }), program => {
      const { answer, program: read } = derived(program)
      const { operators } = standardRegistry()
      const again = readProgram({ text: toProgram(answer), declarations: programDeclarations, operators })
      const at = assignTo(read, values)
      const numbers = sampled(answer, at)
      expect(distance(numbersOf(again.expression, at), numbers)).toBeLessThan(1e-9)
    }),
    { numRuns: 60 },
  )
})

test('every step of the derivations of random programs holds', () => {
  fc.assert(
    fc.property(randomPrograms({ depth: 2 }), program => {
      for (const { steps } of derived(program).blocks) {
        for (const { identity, before, after } of steps) {
          const { verdict } = unlessUndefined(() => proveEqual(before, after, { variables: [program.wrt] }))
          expect(`${verdict}: ${toText(before)} = ${toText(after)} by ${identity.name}`).not.toMatch(/^failed/)
        }
      }
    }),
    { numRuns: 40 },
  )
})

describe('layouts', () => {
  const kinds: Readonly<Record<string, { rows: string; cols: string }>> = {
    scalar: { rows: '1', cols: '1' },
    vector: { rows: 'm', cols: '1' },
    'row vector': { rows: '1', cols: 'm' },
    matrix: { rows: 'm', cols: 'n' },
  }
  const pairs = Object.keys(kinds).flatMap(of => Object.keys(kinds).map(by => [of, by] as const))

  test.each(pairs)('of %s by %s are converted from any one to any other and back without a change', (of, by) => {
    const store = createStore()
    const { operators } = standardRegistry()
    const { symbols } = readProgram({ text: "D + D'", declarations: { D: 'matrix(k)' }, operators, store })
    const derivative = symbols.get('D')!.expression
    const pair = { of: kinds[of], by: kinds[by] }
    for (const from of layouts) {
      for (const to of layouts) {
        const there = to.fromNumerator(store, from.toNumerator(store, derivative, pair), pair)
        expect(from.fromNumerator(store, to.toNumerator(store, there, pair), pair)).toBe(derivative)
      }
    }
  })

  test('are known by their aliases', () => {
    const named = (name: string) => standardRegistry().layout(name)?.name
    expect(['jacobian', 'gradient', 'hessian-formulation'].map(named)).toEqual([
      'numerator',
      'denominator',
      'denominator',
    ])
  })
})

describe('the registry', () => {
  const plugins: readonly Plugin[] = [
    ...builtInOperators.map(operator => ({ kind: 'operator', operator }) as const),
    ...identities.map(identity => ({ kind: 'identity', identity }) as const),
    ...layouts.map(layout => ({ kind: 'layout', layout }) as const),
  ]

  test('gives the same bytes whatever the order in which identities are registered', () => {
    const texts = fc.sample(randomPrograms({ depth: 3 }), { numRuns: 25, seed: 7 })
    const whole = (program: RandomProgram, registry: Registry) => {
      const { blocks, answer } = derived(program, { registry })
      return [...blocks.flatMap(({ steps }) => steps.map(({ after }) => toText(after))), toProgram(answer)].join('\n')
    }
    const expected = texts.map(program => whole(program, standardRegistry()))
    fc.assert(
      fc.property(fc.shuffledSubarray([...plugins], { minLength: plugins.length }), shuffled => {
        const registry = createRegistry()
          .use(...shuffled)
          .freeze()
        expect(texts.map(program => whole(program, registry))).toEqual(expected)
      }),
      { numRuns: 5 },
    )
  })
})

describe('an operator of a plugin', () => {
  const mystery = defineOperator({
    name: 'mystery',
    summary: 'an operator whose differential nobody gave',
    signature: 'matrix(m,n) -> matrix(m,n)',
    evaluate: (_, [only]) => only,
  })
  const registry = openStandardRegistry().use({ kind: 'operator', operator: mystery }).freeze()
  const derive = (text: string) => deriveText({ text, wrt: 'X', declarations: { X: 'matrix(n,n)' }, registry })

  test('without a differential is an error, never a zero', () => {
    for (const text of [
      'tr(A*mystery(X))',
      'mystery(X)',
      'mystery(mystery(X*B))',
      'X + mystery(X)',
      'Z = mystery(X); Z*Z',
    ]) {
      expect(() => derive(text)).toThrow(/differential of "mystery"/)
    }
  })

  test('is a constant where it does not contain the variable', () => {
    expect(toText(derive('tr(mystery(A)*X)').answer)).toBe('mystery(A)')
  })
})

test('the same program gives the same bytes every time', () => {
  fc.assert(
    fc.property(randomPrograms({ depth: 3 }), program => {
      const bytes = () => {
        const { blocks, answer, differential, store } = derived(program)
        const lines = blocks.flatMap(({ steps }) => steps.map(step => `${step.identity.name} ${toText(step.after)}`))
        return [...lines, toProgram(answer), toText(differential), store.size].join('\n')
      }
      expect(bytes()).toBe(bytes())
    }),
    { numRuns: 40 },
  )
})

test('what a derivation relies on is listed, each condition once', () => {
  const conditions = (text: string, wrt = 'X', declarations = {}) =>
    deriveText({ text, wrt, declarations }).conditions.map(
      ({ predicate, expression }) => `${toText(expression)}: ${predicate}`,
    )
  expect(conditions('det(X) + tr(A*inv(X))')).toEqual(['X: invertible'])
  expect(conditions('tr(A*X)')).toEqual([])
  expect(conditions('norm2(x)', 'x', { x: 'vector(n)' })).toEqual(['x: nonzero'])
})

test('the derivative is linear', () => {
  // A second derivative is asked of scalars alone.
  const scalars = fc.sample(
    randomPrograms({ depth: 3, order: 2 }).filter(({ text }) => !/=/.test(text)),
    { numRuns: 400, seed: 3 },
  )
  const hasValue = (program: RandomProgram) => {
    const { answer, program: read } = derived(program)
    try {
      return isModerate(numbersOf(answer, assignTo(read, values)))
    } catch (thrown) {
      if (problemOf(thrown)?.code === 'value') return false
      throw thrown
    }
  }
  const functions = scalars.filter(program => program.wrt === 'x' && hasValue(program)).slice(0, 12)
  expect(functions.length).toBeGreaterThan(4)
  for (const [i, { text: f, wrt }] of functions.slice(1).entries()) {
    const { text: g } = functions[i]
    const whole = derived({ text: `3*(${f}) - c*(${g})`, wrt })
    const at = assignTo(whole.program, values)
    const [df, dg, combined] = [derived({ text: f, wrt }), derived({ text: g, wrt }), whole].map(({ answer }) =>
      numbersOf(answer, at),
    )
    const c = (values.c as Rows)[0][0]
    expect(distance(combined, [df[0].map((entry, k) => 3 * entry - c * dg[0][k])])).toBeLessThan(1e-7)
  }
})

describe('matrices do not commute', () => {
  const square = { A: 'matrix(n)', B: 'matrix(n)', X: 'matrix(n)', Y: 'matrix(n)' }
  const answerTo = (text: string, declarations: Record<string, string> = square) => {
    const { answer, program } = deriveText({ text, wrt: 'X', declarations })
    return { text: toText(answer), answer, program }
  }

  test('A*X - X*A is not 0, and neither is its derivative', () => {
    const { program, text } = answerTo('A*X - X*A')
    expect(toText(program.expression)).toBe('A*X - X*A')
    expect(text).not.toBe('0')
    expect(answerTo('tr(B*(A*X - X*A))').text).toBe('B*A - A*B')
  })

  test('(X*Y)^2 is not X^2*Y^2', () => {
    const program = readProgram({ text: '(X*Y)^2', declarations: square, operators: builtInOperators })
    const apart = readExpression('X^2*Y^2', program.scope)
    expect(program.expression).not.toBe(apart)
    expect(proveEqual(program.expression, apart).verdict).toBe('failed')
    const [together, split] = [answerTo('tr((X*Y)^2)'), answerTo('tr(X^2*Y^2)')]
    expect(together.text).toBe('2*Y*X*Y')
    expect(split.text).not.toBe(together.text)
  })

  test('no constant slips past a matrix', () => {
    expect(answerTo('tr(A*X*B*Y)').text).toBe('B*Y*A')
    expect(answerTo("tr(A*X*B*X'*Y)").answer).not.toBe(answerTo("tr(X*A*B*X'*Y)").answer)
    const { answer, program } = answerTo('tr(A*inv(X)*B)')
    expect(proveEqual(answer, readExpression('-inv(X)*B*A*inv(X)', program.scope)).verdict).toBe('proved')
    expect(proveEqual(answer, readExpression('-inv(X)*A*B*inv(X)', program.scope)).verdict).toBe('failed')
  })

  test('inv(X)*A*X stays as it is', () => {
    const { expression } = deriveText({ text: 'inv(X)*A*X', wrt: 'A', declarations: square })
    expect(toText(expression)).toBe('X^-1*A*X')
    expect(toText(deriveText({ text: 'tr(B*(inv(X)*A*X))', wrt: 'A', declarations: square }).answer)).toBe('X*B*X^-1')
    expect(toText(deriveText({ text: 'tr(inv(X)*A*X*B)', wrt: 'A', declarations: square }).answer)).toBe('X*B*X^-1')
  })

  test('scalars move, and the matrices around them stay', () => {
    expect(answerTo("tr(A*X*(x'*y)*B)", { ...square, x: 'vector(m)', y: 'vector(m)' }).text).toBe("(x'*y)*B*A")
    expect(answerTo('tr(A*tr(B)*X*2*Y)').text).toBe('2*tr(B)*Y*A')
  })

  test('the transpose of a product turns it round', () => {
    expect(transposed([[1, 2]])).toEqual([[1], [2]])
    expect(answerTo("tr((A*X)'*B)").text).toBe("B'*A")
  })
})
