import { toText } from '@matrix-derive/notation'
import type { Solution } from './solution.ts'

/** What a reader of a solution should know besides: what else the program could have meant, and what is left out. */
export function notesOn({ notes, derivation }: Pick<Solution, 'notes' | 'derivation'>): readonly string[] {
  const names = derivation.answers.filter(({ mapLeftOut }) => mapLeftOut).map(({ by }) => toText(by[0]))
  if (names.length === 0) return notes
  const what =
    names.length === 1
      ? `the derivative by ${names[0]} is not written as a linear map`
      : `the derivatives by ${names.join(', ')} are not written as linear maps`
  return [...notes, `${what}: that would be too long to read`]
}
