import type { Choices } from './choices.ts'
import {
  type Entries,
  families,
  familyCount,
  fitting,
  integerName,
  names,
  numberName,
  type Shape,
  wholes,
} from './names.ts'

/** What may be spoken of where something is written: all names and, under sums over an index, members and indices. */
export interface Scope {
  /** The sum over an index of what is written meanwhile. */
  sum(write: () => string): string
  /** Values of the shape, or transposes of values, whose entries are like this. */
  fitting(shape: Shape, entries: readonly Entries[]): string[]
  /** Integers: indices, sizes and the declared one. None is negative. */
  readonly integers: string[]
  /** The same, but from 1 to 5: fit for an exponent. */
  readonly exponents: string[]
}

interface Open {
  readonly index: string
  /** Texts of the numbers of members that the index gives. */
  readonly numbers: readonly string[]
}

/** The ranges of sums, and which members an index of theirs may stand for. */
const ranges: readonly (readonly [limit: string, numbers: (index: string) => string[]])[] = [
  [familyCount, index => [index]],
  [familyCount, index => [index]],
  [`${familyCount} - 1`, index => [index, `${index} + 1`]],
  [integerName, () => []],
  ['3', () => []],
  ['n', () => []],
  ['2*m', () => []],
]
const indices = ['i', 'j', 'o']
/** Sums inside of one another take their time. */
const deepest = 3

export function createScope(choices: Choices): Scope {
  const open: Open[] = []
  /** An index hides another one of the same name further out. */
  const visible = () => open.filter(({ index }, at) => open.findLastIndex(other => other.index === index) === at)
  return {
    sum(write) {
      if (open.length === deepest) return write()
      const [limit, numbers] = choices.of(ranges)
      const index = choices.of(indices)
      open.push({ index, numbers: numbers(index) })
      const text = `sum(${index} in 1..${limit}, ${write()})`
      open.pop()
      return text
    },
    fitting(shape, entries) {
      const numbers = visible().flatMap(({ numbers }) => numbers)
      const members = [...numbers, ...(open.length > 0 ? ['2', numberName] : [])]
      return [
        ...fitting(names, shape, entries),
        ...fitting(wholes, shape, entries),
        ...members.flatMap(number => fitting(families, shape, entries, name => `${name}[${number}]`)),
      ]
    },
    get integers() {
      return [...visible().map(({ index }) => index), integerName, numberName, familyCount, 'n']
    },
    get exponents() {
      return [integerName, integerName, ...visible().map(({ index }) => index)]
    },
  }
}
