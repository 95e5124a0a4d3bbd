/** A limit of differences, and how far it may be from the derivative. */
export interface Limit {
  readonly value: readonly number[]
  readonly error: number
}

const shrink = 1.4
const mostRows = 9

/**
 * The derivative of a vector-valued function of t at 0 as the limit of central differences, extrapolated until rounding
 * takes over. C. J. F. Ridders, Accurate computation of F'(x) and F'(x)F''(x), Adv. Eng. Software 4 (1982).
 */
export function differenceLimit(difference: (h: number) => readonly number[], first: number, target: number): Limit {
  let previous: (readonly number[])[] = []
  let best: Limit = { value: [], error: Number.POSITIVE_INFINITY }
  for (let i = 0; i < mostRows; i++) {
    const row = [difference(first / shrink ** i)]
    for (let j = 1, factor = shrink ** 2; j <= i; j++, factor *= shrink ** 2) {
      row.push(row[j - 1].map((entry, k) => (factor * entry - previous[j - 1][k]) / (factor - 1)))
      const error = Math.max(apart(row[j], row[j - 1]), apart(row[j], previous[j - 1]))
      if (error <= best.error) best = { value: row[j], error }
    }
    if (i > 0 && (best.error <= target || apart(row[i], previous[i - 1]) > 2 * best.error)) break
    previous = row
  }
  return best
}

/** The largest difference of two entries; infinite where one is no number. */
export function apart(x: readonly number[], y: readonly number[]): number {
  let largest = 0
  for (const [k, entry] of x.entries()) {
    const difference = Math.abs(entry - y[k])
    if (!(difference <= largest)) largest = Number.isNaN(difference) ? Number.POSITIVE_INFINITY : difference
  }
  return largest
}
