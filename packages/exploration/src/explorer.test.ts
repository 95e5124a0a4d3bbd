import { toText } from '@matrix-derive/notation'
import { proveEqual } from '@matrix-derive/verify'
import { describe, expect, test } from 'vitest'
import type { Asking } from './intent.ts'
import { countLines, linesFrom } from './lines.ts'
import { byHand, type Hand } from './testing/hand.ts'

describe('what is offered', () => {
  test('under a trace: every turn that differs', () => {
    const hand = byHand({ expression: 'tr(A*X*B*C)', wrt: ['X'] })
    hand.use('differential-trace')
    hand.use('differential-affine', 'd(A*X*B*C)')
    hand.at()
    const turns = hand.choices().filter(({ identity }) => identity?.name === 'trace-cyclic')
    const words = turns.map(({ line }) => toText(line))
    expect(words.sort()).toEqual(['tr(B*C*A*d(X))', 'tr(C*A*d(X)*B)', 'tr(d(X)*B*C*A)'])
  })

  test('a two-way law in both directions', () => {
    const hand = byHand({ expression: 'tr(inv(A*X))', wrt: ['X'], variables: { A: 'matrix(n)', X: 'matrix(n)' } })
    hand.use('inverse-product', '(A*X)^-1')
    expect(hand.line()).toBe('d(tr(X^-1*A^-1))')
    hand.use('inverse-product', 'X^-1*A^-1')
    expect(hand.line()).toBe('d(tr((A*X)^-1))')
  })

  test('samples collected into a matrix, once nothing is left to be derived', () => {
    const hand = byHand({ expression: "sum(i in 1..N, (y[i] - x[i]'*w)^2)", wrt: ['w'] }, 'strategy')
    hand.use('series-as-product', "sum(i in 1..N, (x[i]'*w - y[i])*x[i]')")
    expect(hand.line()).toBe("2*(X'*w - y)'*X'")
    const before = byHand({ expression: "sum(i in 1..N, y[i]*x[i]'*w)", wrt: ['x'] })
    before.at("sum(i in 1..N, y[i]*x[i]'*w)")
    expect(before.choices().map(({ identity }) => identity?.name)).not.toContain('series-as-product')
  })

  test('names for what stands under d, and what they stand for', () => {
    const hand = byHand({ expression: 'norm2(W*x + b)^2', wrt: ['W'], variables: { x: 'vector(n)' } })
    hand.use('chain-scalar-by-vector', 'W*x + b')
    expect(hand.line()).toBe('d(norm2(y)^2)')
    hand.use('definition', 'y')
    expect(hand.line()).toBe('d(norm2(W*x + b)^2)')
  })

  const programs: readonly Asking[] = [
    { expression: "x'*A*x", wrt: ['x'] },
    { expression: 'tr(A*X*B) + log(det(X))', wrt: ['X'] },
    { expression: 'norm2(W*x + b)^2', wrt: ['W'], variables: { x: 'vector(n)' } },
    { expression: 'A*(x .* exp(x))', wrt: ['x'], variables: { x: 'vector(n)' } },
    { expression: 's*X*expm(t*B)', wrt: ['t'], variables: { s: 'scalar', t: 'scalar' } },
    { expression: "sum(i in 1..N, (y[i] - x[i]'*w)^2 + w'*w)", wrt: ['w'] },
    { expression: "1/N*sum(i in 1..N, x[i]'*A*x[i])", wrt: ['x'] },
    { expression: 'tr(A*X^n)', wrt: ['X'], variables: { n: 'integer' } },
  ]

  test.each(programs)('nothing false, anywhere in any line: $expression', asking => {
    const hand = byHand(asking, 'strategy')
    const { draft } = hand.look()
    const judged = new Set<string>()
    for (const { at, partial } of linesFrom(draft, 0, countLines(draft))) {
      if (partial) continue
      hand.goTo(at)
      for (const path of paths(hand)) {
        hand.do({ kind: 'place', at, path })
        for (const { identity, from, to, line, opens, conditions } of hand.choices()) {
          const pair = `${from.id} ${to.id}`
          // A layout is another arrangement of the same numbers; it and what is read off is judged elsewhere.
          if (opens !== undefined || identity?.phases.includes('layout') || judged.has(pair)) continue
          judged.add(pair)
          // What stands under a sum has values only with it. By a family x it is by member k.
          const [before, after] = from.free === 0 ? [from, to] : [hand.look().line!, line]
          const { verdict } = proveEqual(before, after, { variables: [...asking.wrt, 'k'], supposing: { conditions } })
          expect(verdict, `${identity?.name} turns ${toText(from)} into ${toText(to)}`).not.toBe('failed')
        }
      }
    }
    expect(judged.size).toBeGreaterThan(5)
  })
})

function paths(hand: Hand): number[][] {
  const found: number[][] = []
  const open: { node: ReturnType<Hand['look']>['node']; path: number[] }[] = [{ node: hand.look().line, path: [] }]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    found.push(next.path)
    const { node, path } = next
    for (const [i, operand] of node!.operands.entries()) open.push({ node: operand, path: [...path, i] })
  }
  return found
}
