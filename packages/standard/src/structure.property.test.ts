import { choicesFrom, programDeclarations, randomProgram } from '@matrix-derive/testing/programs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { agreement, type Question } from './testing/agreement.ts'
import { decisions } from './testing/random-programs.ts'

// Programs over the whole language by variables that have structure, along which changes keep it. PROGRAMS and SEED as in
// whole-language.test.ts.

const numRuns = Number(process.env.PROGRAMS ?? 300)
const seed = Number(process.env.SEED ?? 1)

const hasStructure = (wrt: string) =>
  /^(symmetric|spd|skew|diagonal|lower|upper|orthogonal)/.test(programDeclarations[wrt.split('[')[0]])

const questions: fc.Arbitrary<Question> = decisions(100)
  .map(numbers => {
    const choices = choicesFrom(numbers)
    const layout = choices.of(['numerator', 'denominator', 'mixed'])
    const structure = choices.of(['projected', 'independent'] as const)
    return { layout, structure, ...randomProgram(choices, { order: choices.of([1, 1, 2] as const) }) }
  })
  .filter(({ wrt }) => hasStructure(wrt))
  // No entries of an orthogonal matrix determine the others, and its second derivatives are not along straight lines.
  .filter(({ wrt, structure, order }) => !/^QQ?\b/.test(wrt) || (structure === 'projected' && order === 1))

test(`${numRuns} programs by variables with structure agree with differences that keep it; seed ${seed}`, () => {
  fc.assert(
    fc.property(questions, fc.nat(), (question, point) => {
      const { derived: _, ...found } = agreement(question, point)
      expect(found).toMatchObject({ verdict: 'agrees' })
    }),
    { numRuns, seed },
  )
}, 3_600_000)
