import { readExpression } from '@matrix-derive/language'
import { toText } from '@matrix-derive/notation'
import { proveEqual } from '@matrix-derive/verify'
import { describe, expect, test } from 'vitest'
import { type Derived, deriveText, type Task } from './testing/deriving.ts'

// "Matrix calculus via differentials": its examples, their results as written there, and the reasons in its order.

interface Example extends Task {
  readonly title: string
  readonly answer: string
  /** df, as the tutorial has it before the derivative is read off. */
  readonly differential: string
  /** The identities one after the other, the one that reads the derivative off included. */
  readonly reasons: readonly string[]
  /** The tutorial's numbers for those of them that have one, in its order. */
  readonly numbers: readonly number[]
}

const network = {
  W1: 'matrix(k,n)',
  W2: 'matrix(m,k)',
  x: 'vector(n)',
  sigma: 'elementwise',
  l: 'function(vector(m)) -> scalar',
}

const examples: readonly Example[] = [
  {
    title: '1',
    text: "x'*x",
    wrt: 'x',
    declarations: { x: 'vector(n)' },
    answer: "2*x'",
    differential: "2*x'*d(x)",
    reasons: [
      'differential-product',
      'differential-transpose',
      'scalar-transpose',
      'like-terms',
      'identify-scalar-by-vector',
    ],
    numbers: [10, 15, 2],
  },
  {
    title: '2',
    text: 'norm2(W*x + b)^2',
    wrt: 'W',
    declarations: { W: 'matrix(m,n)', x: 'vector(n)' },
    answer: "2*x*(W*x + b)'",
    differential: "tr(2*x*(W*x + b)'*d(W))",
    reasons: [
      'norm2-squared',
      'chain-scalar-by-vector',
      'differential-product',
      'differential-transpose',
      'scalar-transpose',
      'like-terms',
      'differential-affine',
      'scalar-as-trace',
      'trace-cyclic',
      'identify-scalar-by-matrix',
      'definition',
    ],
    numbers: [2, 10, 15, 12, 3],
  },
  {
    title: '3',
    text: 'log(det(X))',
    wrt: 'X',
    answer: 'X^-1',
    differential: 'tr(X^-1*d(X))',
    reasons: ['differential-scalar-function', 'differential-det', 'scalar-powers', 'identify-scalar-by-matrix'],
    numbers: [1, 18, 3],
  },
  {
    title: '4',
    text: 'tr(A*X*B)',
    wrt: 'X',
    answer: 'B*A',
    differential: 'tr(B*A*d(X))',
    reasons: ['differential-trace', 'differential-affine', 'trace-cyclic', 'identify-scalar-by-matrix'],
    numbers: [17, 12, 3],
  },
  {
    title: '5, by W2',
    text: 'l(W2*sigma(W1*x))',
    wrt: 'W2',
    declarations: network,
    answer: 'sigma(W1*x)*D(l)(W2*sigma(W1*x))',
    differential: 'tr(sigma(W1*x)*D(l)(W2*sigma(W1*x))*d(W2))',
    reasons: [
      'differential-function',
      'differential-affine',
      'scalar-as-trace',
      'trace-cyclic',
      'identify-scalar-by-matrix',
    ],
    numbers: [2, 12, 3],
  },
  {
    title: '5, by W1',
    text: 'l(W2*sigma(W1*x))',
    wrt: 'W1',
    declarations: network,
    answer: "x*((D(l)(W2*sigma(W1*x))*W2) .* sigma'(W1*x)')",
    differential: "tr(x*((D(l)(W2*sigma(W1*x))*W2) .* sigma'(W1*x)')*d(W1))",
    reasons: [
      'differential-function',
      'differential-affine',
      'differential-elementwise',
      'differential-affine',
      'hadamard-exchange',
      'transpose-hadamard',
      'scalar-as-trace',
      'trace-cyclic',
      'identify-scalar-by-matrix',
    ],
    numbers: [2, 12, 19, 12, 3],
  },
]

function reasonsOf({ blocks }: Derived) {
  return blocks.flatMap(({ by, steps }) => [...(by ? [by] : []), ...steps.map(({ identity }) => identity)])
}

/** The first of the tutorial's numbers that an identity gives as its source. */
function tutorialNumber(source: string): number[] {
  const [, number] = /^Matrix calculus via differentials, eq\. \((\d+)\)/.exec(source) ?? []
  return number === undefined ? [] : [Number(number)]
}

describe.each(examples.map(example => [example.title, example] as const))(
  'example %s of the tutorial',
  (_, example) => {
    test('has the result as written there', () => {
      const { answer, differential } = deriveText(example)
      expect(toText(answer)).toBe(example.answer)
      expect(toText(differential)).toBe(example.differential)
    })

    test('goes by the identities of the tutorial in their order', () => {
      const reasons = reasonsOf(deriveText(example))
      expect(reasons.map(({ name }) => name)).toEqual(example.reasons)
      expect(reasons.flatMap(({ source }) => tutorialNumber(source))).toEqual(example.numbers)
    })
  },
)

test('example 6 of the tutorial is the differential of the inverse, by (16)', () => {
  const derived = deriveText({ text: 'inv(X)', wrt: 'X' })
  expect(toText(derived.differential, derived.program.style)).toBe('-inv(X)*d(X)*inv(X)')
  expect(tutorialNumber(reasonsOf(derived)[0].source)).toEqual([16])
  expect(toText(derived.answer, derived.program.style)).toBe("-(inv(X)' ⊗ inv(X))")
})

test('intermediates that the program names go by the chain rule, opened one after the other', () => {
  const derived = deriveText({
    text: 'h = sigma(W1*x); y = W2*h; l(y)',
    wrt: ['W1', 'W2'],
    declarations: network,
  })
  const lines = derived.blocks[0].steps.map(({ after }) => toText(after))
  expect(lines[0]).toBe('D(l)(y)*d(y)')
  expect(lines[1]).toBe('D(l)(y)*d(W2*h)')
  expect(lines[2]).toBe('D(l)(y)*(d(W2)*h + W2*d(h))')
  expect(derived.blocks[0].steps[1].identity.name).toBe('chain-scalar-by-vector')
  expect(derived.answers.map(({ expression }) => toText(expression))).toEqual([examples[5].answer, examples[4].answer])
})

test('the principal component example has the value of the tutorial', () => {
  const { answer, program } = deriveText({
    text: "Y = W'*X; tr(X'*W*W'*X) - tr(S1'*(W'*W - eye)) - tr(S2'*(Y*Y'))",
    wrt: 'W',
  })
  const tutorial = readExpression("2*W'*X*X' - (S1 + S1')*W' - (S2 + S2')*W'*X*X'", program.scope)
  expect(proveEqual(answer, tutorial).verdict).toBe('proved')
})

test('several variables at once share one line of df and read off one derivative each, by (24) to (27)', () => {
  const derived = deriveText({
    text: "t^2*x'*A*y",
    wrt: ['t', 'x', 'A'],
    declarations: { t: 'scalar', x: 'vector(m)', y: 'vector(n)' },
  })
  expect(derived.blocks.map(({ left }) => left.kind)).toEqual([
    'differential',
    'derivative',
    'derivative',
    'derivative',
  ])
  expect(derived.blocks.slice(1).map(({ by }) => tutorialNumber(by!.source))).toEqual([[25], [25], [25]])
  expect(derived.answers.map(({ expression }) => toText(expression))).toEqual(["2*t*x'*A*y", "t^2*y'*A'", "t^2*y*x'"])
  const reasons = (text: string, wrt: string[], declarations: Record<string, string>) =>
    tutorialNumber(deriveText({ text, wrt, declarations }).blocks.at(-1)!.by!.source)
  expect(reasons('s*t^2', ['s', 't'], { s: 'scalar', t: 'scalar' })).toEqual([24])
  expect(reasons('t*A*x', ['t', 'x'], { t: 'scalar', x: 'vector(n)' })).toEqual([26])
  expect(reasons('s*A + s*t*B', ['s', 't'], { s: 'scalar', t: 'scalar' })).toEqual([27])
})
