import { readProgram } from '@matrix-derive/language'
import { toProgram } from '@matrix-derive/notation'
import { describe, expect, test } from 'vitest'
import { standardRegistry } from './index.ts'
import { conformanceCases, deriveCase } from './testing/conformance.ts'
import { assignTo, distance, numbersOf } from './testing/deriving.ts'
import { handForms } from './testing/hand-forms.ts'

// What is printed is as short as what a careful person writes. Lengths are those of the whole program, definitions
// included, whoever gave the name: a name that is not worth its definition is no gain. Spaces do not count.

const cases = conformanceCases()
const { operators } = standardRegistry()
const lengthOf = (text: string) => text.replaceAll(' ', '').length

test('there is a hand-written form of every public case', () => {
  expect(Object.keys(handForms).sort()).toEqual(cases.map(({ id }) => id).sort())
})

describe.each(cases.map(each => [each.id, each.expression, each] as const))('%s: %s', (id, _expression, each) => {
  const { numerator, denominator } = handForms[id]
  const isGradient = JSON.stringify(each.expected.mixed) === JSON.stringify(each.expected.denominator)
  const forms = { numerator, denominator, mixed: isGradient ? denominator : numerator }
  const tolerance = each.order === 2 ? 1e-4 : 1e-9

  test.each(Object.entries(forms))('by hand in %s layout', (layout, text) => {
    const { program } = deriveCase(each, layout)
    const declarations = Object.fromEntries([...program.symbols].map(([name, { declaration }]) => [name, declaration]))
    const written = readProgram({ text, declarations, operators })
    const expected = each.expected[layout as keyof typeof forms]
    expect(distance(numbersOf(written.expression, assignTo(written, each.values)), expected)).toBeLessThan(tolerance)
  })

  test.each(Object.entries(forms))('is no longer than by hand in %s layout', (layout, text) => {
    const { answer, program } = deriveCase(each, layout)
    const ours = toProgram(answer, { inverse: program.style.inverse })
    expect(lengthOf(ours), `${ours} is longer than ${text}`).toBeLessThanOrEqual(lengthOf(text))
  })
})
