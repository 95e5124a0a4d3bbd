import { type Expression, isNamed, problemOf, reachable } from '@matrix-derive/core'
import { toText } from '@matrix-derive/notation'
import { standardRegistry } from '@matrix-derive/standard'
import {
  type Choices,
  choicesFrom,
  programDeclarations,
  programSizes,
  programValues,
  randomProgram,
} from '@matrix-derive/testing/programs'
import { createRandom, dualFloatAlgebra, evaluate } from '@matrix-derive/verify'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { derivationOf } from '../solution.ts'
import { mutated, rewritten } from '../testing/rewriting.ts'
import { check } from './check.ts'

const registry = standardRegistry()
const layouts = ['numerator', 'denominator', 'mixed']
const runs = 200
/** A failure is told before it is as small as can be. */
const limited = { interruptAfterTimeLimit: 60_000, markInterruptAsFailure: true }
const decisions = fc.array(fc.nat(5039), { minLength: 20, maxLength: 80 })

/** A formula with its derivative by one of its names. */
function derived(choices: Choices) {
  const layout = choices.of(layouts)
  const { text, wrt } = randomProgram(choices, { depth: 3 })
  // All names are declared, also those that a program does not use: a size that it speaks of is that of some name.
  const request = { expression: text, wrt, layout, variables: programDeclarations }
  const { program, derivation } = derivationOf(request, { registry })
  const [{ expression: answer }] = derivation.answers
  // What names stand for is not in the text of the formula alone.
  if (reachable([answer]).some(isNamed)) return undefined
  return { request, store: program.scope.store, answer }
}

const sizes = new Map(Object.entries(programSizes))

type Rows = readonly (readonly number[])[]

/** The matrix that a name stands for; of a family all members, rows one below the other and all else side by side. */
function matrixOf(value: number | readonly number[][] | readonly number[][][]): Rows {
  if (typeof value === 'number') return [[value]]
  const members = Array.isArray(value[0][0]) ? (value as readonly number[][][]) : [value as readonly number[][]]
  return members[0].length === 1 ? members.flat() : members[0].map((_, row) => members.flatMap(member => member[row]))
}

/** Fixed random points. */
const points = [1, 2, 3].map(seed => {
  const drawn = Object.entries(programValues(createRandom(seed)))
  return new Map(drawn.map(([name, value]) => [name, dualFloatAlgebra.fromRows(matrixOf(value))]))
})

/** The entries at a point: a look that shares nothing with the prover but the evaluator. */
function entriesOf(expression: Expression, values: (typeof points)[number]): number[] | undefined {
  try {
    return dualFloatAlgebra.toRows(evaluate(expression, { algebra: dualFloatAlgebra, values, sizes })).flat()
  } catch (thrown) {
    if (problemOf(thrown)?.code === 'value') return undefined
    throw thrown
  }
}

/** Whether two expressions clearly differ at one of some points at which both have a value. */
function differs(a: Expression, b: Expression): boolean {
  return points.some(point => {
    const [left, right] = [entriesOf(a, point), entriesOf(b, point)]
    if (left === undefined || right === undefined) return false
    const scale = Math.max(...left.map(Math.abs), ...right.map(Math.abs))
    // The determinant of x*x' is 0, and what is computed of it is not.
    return scale > 1e-8 && left.some((entry, k) => Math.abs(entry - right[k]) > 1e-5 * scale)
  })
}

describe('check', () => {
  it('never calls a right answer wrong', async () => {
    await fc.assert(
      fc.asyncProperty(decisions, async numbers => {
        const choices = choicesFrom(numbers)
        const found = derived(choices)
        fc.pre(found !== undefined)
        const claim = toText(rewritten(found.store, found.answer, choices))
        const answer = toText(found.answer)
        const judged = await check({ ...found.request, claim }, { registry }).catch(problemOf)
        // A formula such as det(x*x')*inv(x*x') has no value anywhere, and there is nothing to compare.
        fc.pre(judged === undefined || !('code' in judged) || judged.code !== 'unsupported')
        expect({ answer, ...judged }).toMatchObject({ claim, verdict: 'equal' })
      }),
      { numRuns: runs, seed: 1, ...limited },
    )
  }, 120_000)

  it('never calls a wrong answer right', async () => {
    await fc.assert(
      fc.asyncProperty(decisions, async numbers => {
        const choices = choicesFrom(numbers)
        const found = derived(choices)
        fc.pre(found !== undefined)
        const wrong = mutated(found.store, found.answer, choices)
        fc.pre(wrong !== found.answer && differs(wrong, found.answer))
        const judged = await check({ ...found.request, claim: toText(wrong) }, { registry })
        expect(judged.verdict === 'equal' ? { ...found.request, ...judged } : undefined).toBeUndefined()
      }),
      { numRuns: runs, seed: 2, ...limited },
    )
  }, 120_000)
})
