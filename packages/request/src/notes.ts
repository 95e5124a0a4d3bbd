import { certainties, isNeverMet } from '@matrix-derive/core'
import { toText } from '@matrix-derive/notation'
import { sentenceOf } from './condition.ts'
import type { Solution } from './solution.ts'
import { writingOf } from './writing.ts'

/** What a reader of a solution should know besides: what else the program could have meant, and what is left out. */
export function notesOn(solution: Solution): readonly string[] {
  return [...solution.notes, ...impossible(solution), ...mapsLeftOut(solution)]
}

/** Conditions that the structure of what they speak of contradicts. */
function impossible(solution: Solution): string[] {
  const { conditions } = solution.derivation
  const known = certainties()
  const never = conditions.filter(condition => isNeverMet(condition, known))
  if (never.length === 0) return []
  const writing = writingOf(solution, 'text')
  return never.map(
    condition =>
      `"${sentenceOf(condition, writing)}" cannot hold: structure makes some of it 0, and there the answer may have no value`,
  )
}

function mapsLeftOut({ derivation }: Solution): string[] {
  const names = derivation.answers.filter(({ mapLeftOut }) => mapLeftOut).map(({ by }) => toText(by[0]))
  if (names.length === 0) return []
  const what =
    names.length === 1
      ? `the derivative by ${names[0]} is not written as a linear map`
      : `the derivatives by ${names.join(', ')} are not written as linear maps`
  return [`${what}: that would be too long to read`]
}
