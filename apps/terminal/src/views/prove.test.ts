import type { Identity } from '@matrix-derive/core'
import { expect, it } from 'vitest'
import { plain } from '../colours.ts'
import type { Proved } from '../commands/prove.ts'
import { provedLines } from './prove.ts'

const identity = (name: string) => ({ name, version: '1.0.0' }) as Identity
const statement = (more: object) => ({ instances: 2, dims: [{ m: 2, n: 3 }], errorBound: 3e-13, ...more })
const proved = (name: string, ms: number, statements: object[], more: object = {}) =>
  ({ identity: identity(name), ms, statements, ...more }) as Proved

it('lists every statement, how it was tried and how sure it is', () => {
  const turn = statement({ verdict: 'proved', statement: 'tr(A*B) = tr(B*A)' })
  const exact = statement({ verdict: 'proved', statement: "A'' -> A", errorBound: 0, dims: [] })
  const close = statement({ verdict: 'agrees', statement: 'exp(log(x)) -> x', instances: 12, dims: [{ n: 2 }] })
  expect(provedLines([proved('turn', 1.25, [turn, exact]), proved('exp-log', 20, [close])], plain)).toEqual([
    '   identity       instances  dimensions  error  ms    statement',
    '✓  turn 1.0.0     2          m=2 n=3     3e-13  1.3   tr(A*B) = tr(B*A)',
    "✓  turn 1.0.0     2                      0            A'' -> A",
    '≈  exp-log 1.0.0  12         n=2                20.0  exp(log(x)) -> x',
    '2 identities, all true; 21 ms',
  ])
})

it('says what is not true, and where', () => {
  const counterexample = { dims: {}, values: { x: [[2]] }, differentials: {}, left: [[4]], right: [[8]] }
  const untrue = statement({ verdict: 'failed', statement: 'x^2 -> x^3', dims: [{}], counterexample })
  const unread = { problem: { code: 'plugin', message: 'It cannot be read.' } }
  const lines = provedLines([proved('cube', 1, [untrue]), proved('other', 2, [], unread)], plain)
  expect(lines.slice(1)).toEqual([
    '✗  cube 1.0.0   2                             1.0  x^2 -> x^3',
    '✗  other 1.0.0                                2.0  plugin: It cannot be read.',
    expect.stringMatching(/^cube: .*x = 2.*left 4.*right 8/),
    '2 identities, not true: cube, other; 3 ms',
  ])
})
