import { reachable, throughNames } from '@matrix-derive/core'
import { builtInOperators } from '@matrix-derive/operators'
import { choicesFrom, randomProgram } from '@matrix-derive/testing/programs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { agreement, type Question } from './testing/agreement.ts'
import { decisions } from './testing/random-programs.ts'

// There is no well-typed program that cannot be derived. PROGRAMS=100000 tries as many, SEED=... others. The usual seed is
// always the same, so that nobody is kept from their work by what they did not do.

const numRuns = Number(process.env.PROGRAMS ?? 3_000)
const seed = Number(process.env.SEED ?? 1)
const layouts = ['numerator', 'denominator', 'mixed']

const questions: fc.Arbitrary<Question> = decisions(100).map(numbers => {
  const choices = choicesFrom(numbers)
  const layout = choices.of(layouts)
  const order = choices.of([1, 1, 2] as const)
  const collect = choices.of([false, true])
  return { layout, collect, ...randomProgram(choices, { order }) }
})

test(`${numRuns} programs over the whole language derive, and agree with differences of their values; seed ${seed}`, () => {
  const met = new Set<string>()
  fc.assert(
    fc.property(questions, fc.nat(), (question, point) => {
      const { derived, ...found } = agreement(question, point)
      expect(found).toMatchObject({ verdict: 'agrees' })
      for (const { operator } of reachable([derived.expression], throughNames)) met.add(operator.name)
    }),
    { numRuns, seed },
  )
  // The differential stands in lines of derivations, and frechet(phi1, ...) and more are too rare for a short run.
  const expected = builtInOperators.map(({ name }) => name).filter(name => name !== 'd')
  if (numRuns >= 3_000) expect(expected.filter(name => !met.has(name))).toEqual([])
}, 3_600_000)
