import { declaredKinds, ownFunctions, parse, type Syntax, signs, tokenize } from '@matrix-derive/language'
import { builtInOperators } from '@matrix-derive/operators'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { choicesFrom, programDeclarations, randomProgram } from './index.ts'

// A sign, a function, a kind or a construct of the language that no random program has is one that nothing is known of.

/** Every construct; the compiler asks for a new one. */
const constructs: Readonly<Record<Syntax['kind'], true>> = {
  number: true,
  name: true,
  call: true,
  jacobian: true,
  norm: true,
  sum: true,
  product: true,
  negation: true,
  transpose: true,
  power: true,
  series: true,
  element: true,
  members: true,
}

/** Differentials stand in lines, arrows in laws. */
const elsewhere = ['d', '->', '→']

/** `frechet-expm` is called as frechet(expm, ...), and `hadamard-power` is a sign. */
const isCalled = (name: string) => /^\w+$/.test(name)
const functions = [...builtInOperators.flatMap(({ name, aliases }) => [name, ...aliases]), ...ownFunctions]
const derived = builtInOperators.flatMap(({ name }) => /^frechet-(.*)/.exec(name)?.[1] ?? [])

const programs = fc
  .sample(fc.array(fc.nat(5039), { minLength: 3, maxLength: 100, size: 'max' }), { numRuns: 8_000, seed: 1 })
  .map(numbers => {
    const choices = choicesFrom(numbers)
    return randomProgram(choices, { order: choices.of([1, 1, 2] as const) })
  })
const texts = programs.map(({ text }) => text)

/** What of these is missing among the others. */
const missing = (wanted: readonly string[], met: ReadonlySet<string>) =>
  wanted.filter(word => !met.has(word) && !elsewhere.includes(word))

const found = (pattern: RegExp) => new Set(texts.flatMap(text => [...text.matchAll(pattern)].map(match => match[1])))

test('random programs have every construct', () => {
  const met = new Set<string>()
  for (const text of texts) {
    const { definitions, expression } = parse(text)
    const open: unknown[] = [...definitions, expression]
    for (let part = open.pop(); part !== undefined; part = open.pop()) {
      if (typeof part !== 'object' || part === null) continue
      if ('kind' in part) met.add(String(part.kind))
      open.push(...Object.values(part))
    }
  }
  expect(missing(Object.keys(constructs), met)).toEqual([])
})

test('random programs have every sign in every spelling', () => {
  const met = new Set(texts.flatMap(text => tokenize(text).map(({ index, end }) => text.slice(index, end))))
  expect(missing([...signs, '²', '³', '⁻¹', '⁻²', '\n'], met)).toEqual([])
})

test('random programs call every function by each of its names', () => {
  expect(missing(functions.filter(isCalled), found(/([\p{L}_]\w*)\(/gu))).toEqual([])
  expect(missing(derived, found(/frechet\((\w+)/g))).toEqual([])
})

test('random programs are about names of every kind, and families of every kind of value', () => {
  const words = found(/([\p{L}_]\w*)/gu)
  const used = Object.entries(programDeclarations).flatMap(([name, kind]) => (words.has(name) ? [kind] : []))
  const kindOf = (declaration: string) => declaration.split(/[([]/)[0]
  expect(missing(declaredKinds, new Set(used.map(kindOf)))).toEqual([])
  const values = declaredKinds.filter(kind => !['integer', 'elementwise', 'function'].includes(kind))
  expect(missing(values, new Set(used.filter(kind => kind.endsWith(']')).map(kindOf)))).toEqual([])
})

test('random programs are derived by every name that may change', () => {
  const fixed = /^(integer|elementwise|function)/
  const moving = Object.entries(programDeclarations).filter(([, declaration]) => !fixed.test(declaration))
  const met = new Set(programs.map(({ wrt }) => wrt.split('[')[0]))
  const names = moving.map(([name]) => name)
  expect(missing(names, met)).toEqual([])
})
