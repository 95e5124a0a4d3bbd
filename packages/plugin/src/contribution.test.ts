import { problemOf } from '@matrix-derive/core'
import { describe, expect, test } from 'vitest'
import { contributionsOf } from './contribution.ts'
import { defineIdentity, defineLayout, defineOperator } from './index.ts'

const manifest = (name: string) => ({ name: `@acme/${name}`, version: '1.0.0', description: 'It is so.' })
const identity = defineIdentity(manifest('twice'), {
  phase: 'simplify',
  statement: "P'' -> P",
  where: { P: 'matrix(m,n)' },
  title: 'twice',
  source: 'by definition',
})
const layout = defineLayout(manifest('layout-jax'), {
  title: 'as in JAX',
  source: 'JAX',
  aliases: ['jaxlike'],
  rows: {},
})
const contribution = defineOperator(manifest('operator-cube'), {
  summary: 'the third power',
  elementwise: { program: 'x^3', derivative: '3*x^2' },
})
const operator = (more: object) => ({ ...contribution, operator: { ...contribution.operator, ...more } })

test('what a plugin brings is one thing or a list, each with the interface that it asks for', () => {
  expect(contributionsOf(identity)).toEqual([{ kind: 'identity', identity }])
  const asking = { ...identity, requires: '^1.0.0' }
  expect(contributionsOf([asking, contribution, layout])).toEqual([
    { kind: 'identity', identity: asking, requires: '^1.0.0' },
    contribution,
    { kind: 'layout', layout },
  ])
})

const long = 'x'.repeat(60)
describe('a plugin is malformed', () => {
  test.each<[unknown, string]>([
    [undefined, 'Expected a default export, received none.'],
    [[], 'Expected a plugin that brings something, received an empty list.'],
    [null, 'Expected an identity, an operator or a layout, received null.'],
    [() => identity, 'Expected an identity, an operator or a layout, received a function.'],
    [{}, 'Expected an identity, an operator or a layout, received an object that is none of them.'],
    [[identity, 7], 'Expected an identity, an operator or a layout, received a number.'],
    [
      { ...identity, name: 'Twice' },
      '"name" of an identity "Twice" to be a name in lower-case-with-dashes, received "Twice".',
    ],
    [{ ...identity, name: 7 }, '"name" of an identity to be a name in lower-case-with-dashes, received 7.'],
    [{ ...identity, name: [long] }, `received ["${'x'.repeat(35)}....`],
    [
      { ...identity, version: '1.0' },
      '"version" of an identity "twice" to be a version such as 1.0.0, received "1.0".',
    ],
    [{ ...identity, title: ' ' }, '"title" of an identity "twice" to be a text, received " ".'],
    [{ ...identity, source: undefined }, '"source" of an identity "twice" to be a text, received nothing.'],
    [{ ...identity, phases: [] }, '"phases" of an identity "twice" to be a phase, received [].'],
    [{ ...identity, statements: "P'' -> P" }, '"statements" of an identity "twice" to be a statement'],
    [{ ...identity, statements: ["P'' -> P", ''] }, '"statements" of an identity "twice" to be a statement'],
    [{ ...identity, where: { P: 7 } }, '"where" of an identity "twice" to be declarations by name, received {"P":7}.'],
    [{ ...identity, rewrite: 'x' }, '"rewrite" of an identity "twice" to be a function, received "x".'],
    [
      { ...identity, phases: ['simplify', 'chain'] },
      'Expected a phase of "twice" in which it rewrites, received "chain".',
    ],
    [{ ...layout, aliases: ['jaxlike', ''] }, '"aliases" of a layout "jax" to be a list of names'],
    [{ ...layout, toNumerator: undefined }, '"toNumerator" of a layout "jax" to be a function, received nothing.'],
    [{ ...layout, identity: undefined }, '"identity" of a layout "jax" to be an identity, received nothing.'],
    [{ ...layout, identity: { ...layout.identity, title: '' } }, '"title" of the identity of a layout "layout-jax"'],
    [operator({ name: 'the cube' }), '"name" of an operator "the cube" to be a name that a program can call'],
    [
      operator({ aliases: ['third', '3rd'] }),
      '"aliases" of an operator "cube" to be a list of names that a program can call',
    ],
    [operator({ origin: undefined }), '"origin" of an operator "cube" to be its package; make it by defineOperator'],
    [operator({ evaluate: undefined }), '"evaluate" of an operator "cube" to be a function, received nothing.'],
    [{ kind: 'operator' }, 'Expected an operator, received nothing.'],
  ])('%j', (exported, message) => {
    const problem = problemOf(thrownBy(() => contributionsOf(exported)))
    expect(problem?.code).toBe('plugin')
    expect(problem?.message).toContain(message)
  })

  test('as a layout that is given as an identity, and is told so', () => {
    const suggestionFor = (phase: string) =>
      problemOf(thrownBy(() => contributionsOf({ ...identity, phases: [phase] })))?.suggestion
    const phases = 'Use one of prepare, differential, isolate, collect, simplify'
    expect(suggestionFor('layout')).toBe(`${phases}, or defineLayout.`)
    expect(suggestionFor('stack')).toBe(`${phases}.`)
  })
})

function thrownBy(run: () => unknown): unknown {
  try {
    return run()
  } catch (thrown) {
    return thrown
  }
}
