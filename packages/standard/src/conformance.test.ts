import { existsSync } from 'node:fs'
import { isNamed, reachable, throughNames } from '@matrix-derive/core'
import { readExpression, readProgram } from '@matrix-derive/language'
import { toProgram, toText } from '@matrix-derive/notation'
import { proveEqual } from '@matrix-derive/verify'
import { describe, expect, test } from 'vitest'
import { standardRegistry } from './index.ts'
import { conformanceCases, copy, dataFiles, deriveCase, readText, shared } from './testing/conformance.ts'
import { assignTo, distance, numbersOf } from './testing/deriving.ts'

const cases = conformanceCases()

test.skipIf(!existsSync(shared))('the copy of the conformance data is the conformance data', () => {
  expect(dataFiles(copy)).toEqual(dataFiles(shared))
  for (const file of dataFiles(shared)) expect(readText(file, copy)).toBe(readText(file, shared))
})

test('the conformance data is there', () => {
  expect(cases.length).toBeGreaterThanOrEqual(77)
})

describe.each(cases.map(each => [each.id, each.expression, each] as const))('%s: %s', (_id, _expression, each) => {
  const tolerance = each.order === 2 ? 1e-4 : 1e-9

  test.each(['numerator', 'denominator', 'mixed'] as const)('has the shape and the numbers of %s layout', layout => {
    const { expression, answer, program } = deriveCase(each, layout)
    const at = assignTo(program, each.values)
    expect(distance(numbersOf(expression, at), each.expected.value)).toBeLessThan(1e-9)
    expect(distance(numbersOf(answer, at), each.expected[layout])).toBeLessThan(tolerance)
  })

  test('gives an answer whose text is read back', () => {
    const { answer, program } = deriveCase(each, 'numerator')
    const names = reachable([answer], throughNames).filter(isNamed)
    if (names.length === 0) expect(readExpression(toText(answer), program.scope)).toBe(answer)
    const { operators } = standardRegistry()
    const again = readProgram({ text: toProgram(answer), declarations: each.variables, operators })
    const at = assignTo(program, each.values)
    expect(distance(numbersOf(again.expression, at), numbersOf(answer, at))).toBeLessThan(1e-12)
  })

  test('is an unbroken chain of steps, each of them true', () => {
    const { blocks, conditions } = deriveCase(each, 'numerator')
    for (const { start, steps } of blocks) {
      let line = start
      for (const { identity, before, after, partial } of steps) {
        if (!partial) expect(before).toBe(line)
        line = partial ? line : after
        expect(identity.version).toMatch(/^\d+\.\d+\.\d+$/)
        const { verdict } = proveEqual(before, after, { variables: [each.wrt] })
        expect(`${verdict}: ${toText(before)} = ${toText(after)} by ${identity.name}`).not.toMatch(/^failed/)
      }
    }
    for (const { predicate } of conditions) expect(predicate).not.toBe('')
  })
})
