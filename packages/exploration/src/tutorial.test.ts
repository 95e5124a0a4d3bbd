import { toText } from '@matrix-derive/notation'
import { describe, expect, test } from 'vitest'
import type { Asking } from './intent.ts'
import { placedLines } from './lines.ts'
import { byHand } from './testing/hand.ts'

// The examples of "Matrix calculus via differentials", derived by a person who chooses what the tutorial chooses: where,
// by which law, and what comes of it.

type Step = readonly [where: string | undefined, law: string, line: string]

const network = {
  W1: 'matrix(k,n)',
  W2: 'matrix(m,k)',
  x: 'vector(n)',
  sigma: 'elementwise',
  l: 'function(vector(m)) -> scalar',
}

const examples: readonly (Asking & { title: string; steps: readonly Step[] })[] = [
  {
    title: '1',
    expression: "x'*x",
    wrt: ['x'],
    variables: { x: 'vector(n)' },
    steps: [
      [undefined, 'differential-product', "d(x')*x + x'*d(x)"],
      ["d(x')", 'differential-transpose', "d(x)'*x + x'*d(x)"],
      ["d(x)'*x", 'scalar-transpose', "x'*d(x) + x'*d(x)"],
      [undefined, 'like-terms', "2*x'*d(x)"],
      [undefined, 'identify-scalar-by-vector', "2*x'"],
    ],
  },
  {
    title: '2',
    expression: 'norm2(W*x + b)^2',
    wrt: ['W'],
    variables: { W: 'matrix(m,n)', x: 'vector(n)' },
    steps: [
      ['norm2(W*x + b)^2', 'norm2-squared', "d((W*x + b)'*(W*x + b))"],
      ['W*x + b', 'chain-scalar-by-vector', "d(y'*y)"],
      [undefined, 'differential-product', "d(y')*y + y'*d(y)"],
      ["d(y')", 'differential-transpose', "d(y)'*y + y'*d(y)"],
      ["d(y)'*y", 'scalar-transpose', "y'*d(y) + y'*d(y)"],
      [undefined, 'like-terms', "2*y'*d(y)"],
      ['y', 'definition', "2*(W*x + b)'*d(W*x + b)"],
      ['d(W*x + b)', 'differential-affine', "2*(W*x + b)'*d(W)*x"],
      [undefined, 'scalar-as-trace', "tr(2*(W*x + b)'*d(W)*x)"],
      [undefined, 'trace-cyclic', "tr(2*x*(W*x + b)'*d(W))"],
      [undefined, 'identify-scalar-by-matrix', "2*x*(W*x + b)'"],
    ],
  },
  {
    title: '3',
    expression: 'log(det(X))',
    wrt: ['X'],
    steps: [
      [undefined, 'differential-scalar-function', 'd(det(X))/det(X)'],
      ['d(det(X))', 'differential-det', 'det(X)^-1*det(X)*tr(X^-1*d(X))'],
      [undefined, 'scalar-powers', 'tr(X^-1*d(X))'],
      [undefined, 'identify-scalar-by-matrix', 'X^-1'],
    ],
  },
  {
    title: '4',
    expression: 'tr(A*X*B)',
    wrt: ['X'],
    steps: [
      [undefined, 'differential-trace', 'tr(d(A*X*B))'],
      ['d(A*X*B)', 'differential-affine', 'tr(A*d(X)*B)'],
      [undefined, 'trace-cyclic', 'tr(B*A*d(X))'],
      [undefined, 'identify-scalar-by-matrix', 'B*A'],
    ],
  },
  {
    title: '5, by W2',
    expression: 'l(W2*sigma(W1*x))',
    wrt: ['W2'],
    variables: network,
    steps: [
      [undefined, 'differential-function', 'D(l)(W2*sigma(W1*x))*d(W2*sigma(W1*x))'],
      ['d(W2*sigma(W1*x))', 'differential-affine', 'D(l)(W2*sigma(W1*x))*d(W2)*sigma(W1*x)'],
      [undefined, 'scalar-as-trace', 'tr(D(l)(W2*sigma(W1*x))*d(W2)*sigma(W1*x))'],
      [undefined, 'trace-cyclic', 'tr(sigma(W1*x)*D(l)(W2*sigma(W1*x))*d(W2))'],
      [undefined, 'identify-scalar-by-matrix', 'sigma(W1*x)*D(l)(W2*sigma(W1*x))'],
    ],
  },
  {
    title: '5, by W1',
    expression: 'l(W2*sigma(W1*x))',
    wrt: ['W1'],
    variables: network,
    steps: [
      [undefined, 'differential-function', 'D(l)(W2*sigma(W1*x))*d(W2*sigma(W1*x))'],
      ['d(W2*sigma(W1*x))', 'differential-affine', 'D(l)(W2*sigma(W1*x))*W2*d(sigma(W1*x))'],
      ['d(sigma(W1*x))', 'differential-elementwise', "D(l)(W2*sigma(W1*x))*W2*(sigma'(W1*x) .* d(W1*x))"],
      ['d(W1*x)', 'differential-affine', "D(l)(W2*sigma(W1*x))*W2*(sigma'(W1*x) .* (d(W1)*x))"],
      [undefined, 'hadamard-exchange', "((D(l)(W2*sigma(W1*x))*W2)' .* sigma'(W1*x))'*d(W1)*x"],
      [
        "((D(l)(W2*sigma(W1*x))*W2)' .* sigma'(W1*x))'",
        'transpose-hadamard',
        "((D(l)(W2*sigma(W1*x))*W2) .* sigma'(W1*x)')*d(W1)*x",
      ],
      [undefined, 'scalar-as-trace', "tr(((D(l)(W2*sigma(W1*x))*W2) .* sigma'(W1*x)')*d(W1)*x)"],
      [undefined, 'trace-cyclic', "tr(x*((D(l)(W2*sigma(W1*x))*W2) .* sigma'(W1*x)')*d(W1))"],
      [undefined, 'identify-scalar-by-matrix', "x*((D(l)(W2*sigma(W1*x))*W2) .* sigma'(W1*x)')"],
    ],
  },
  {
    title: '6',
    expression: 'X^-1',
    wrt: ['X'],
    steps: [[undefined, 'differential-inverse', '-X^-1*d(X)*X^-1']],
  },
]

describe.each(examples.map(example => [example.title, example] as const))(
  'example %s of the tutorial, by hand',
  (_, { steps, title: __, ...asking }) => {
    test('goes by the identities of the tutorial, each of which is offered where it is used', () => {
      const hand = byHand(asking)
      for (const [where, law, line] of steps) {
        hand.use(law, where, line)
        expect(hand.line()).toBe(line)
      }
    })

    test('ends where the strategy ends', () => {
      const hand = byHand(asking)
      for (const [where, law, line] of steps) hand.use(law, where, line)
      hand.do({ kind: 'finish' })
      expect(hand.look().complete).toBe(true)
      expect(hand.answers()).toEqual(byHand(asking, 'strategy').answers())
    })

    test('is proved line by line', async () => {
      const hand = byHand(asking)
      for (const [where, law, line] of steps) hand.use(law, where, line)
      const { solution, draft } = hand.look()
      for await (const _ of hand.explorer.verdicts.prove(solution.derivation, draft.request.store));
      const verdicts = [...placedLines(draft)].map(({ part }) => hand.explorer.verdicts.of(part)?.verdict)
      expect(verdicts).toEqual(verdicts.map(() => 'proved'))
    })
  },
)

test('the hints of the strategy, taken one after the other, are its derivation', () => {
  for (const { title: _, steps: __, ...asking } of examples) {
    const hand = byHand(asking)
    const whole = byHand(asking, 'strategy')
    for (let hint = hand.explorer.hint(hand.session); hint; hint = hand.explorer.hint(hand.session)) {
      hand.do({ kind: 'advance' })
      expect(hand.line()).toBe(toText(hint.line))
    }
    const lines = ({ look }: typeof hand) => [...placedLines(look().draft)].map(({ right }) => toText(right))
    expect(lines(hand)).toEqual(lines(whole))
  }
})
