import { choicesFrom, type ProgramOptions, type RandomProgram, randomProgram } from '@matrix-derive/testing/programs'
import fc from 'fast-check'

/** The decisions that a program is made of: the more of them, the larger it is. */
export function decisions(most: number): fc.Arbitrary<number[]> {
  return fc.array(fc.nat(5039), { minLength: 3, maxLength: most, size: 'max' })
}

/** Programs over the whole language that are derived once. */
export function randomPrograms(options: ProgramOptions & { most?: number } = {}): fc.Arbitrary<RandomProgram> {
  return decisions(options.most ?? 30).map(numbers => randomProgram(choicesFrom(numbers), options))
}
