/** A source of decisions, which a property test shrinks by shortening the list: when it is empty, the first is taken. */
export interface Choices {
  /** A number from 0 to below `count`. */
  below(count: number): number
  of<T>(items: readonly T[]): T
}

export function choicesFrom(numbers: readonly number[]): Choices {
  let at = 0
  const below = (count: number) => (at < numbers.length ? numbers[at++] % count : 0)
  return { below, of: items => items[below(items.length)] }
}
