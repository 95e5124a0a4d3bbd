/** Below this the series is used; above it the continued fraction, which converges the faster the larger x is. */
const seriesLimit = 2

const twoOverRootPi = 2 / Math.sqrt(Math.PI)

/**
 * The error function, to about 1e-15 relative.
 * Near 0 by the series erf x = (2/√π) e^(-x²) Σ 2ⁿ x^(2n+1) / (2n+1)!!, all of whose terms have one sign
 * (Abramowitz and Stegun 7.1.6); further out as 1 - erfc x.
 */
export function errorFunction(x: number): number {
  const size = Math.abs(x)
  if (Number.isNaN(x)) return x
  if (size > seriesLimit) return Math.sign(x) * (1 - complementaryTail(size))
  const square = x * x
  let term = x
  let sum = x
  for (let n = 1; Math.abs(term) > Math.abs(sum) * 1e-17; n++) {
    term *= (2 * square) / (2 * n + 1)
    sum += term
  }
  return twoOverRootPi * Math.exp(-square) * sum
}

/** How many levels of the continued fraction reach rounding error at x = {@link seriesLimit}. */
const levels = 80

/** erfc x for x ≥ 2: e^(-x²)/√π · 1/(x + (1/2)/(x + 1/(x + (3/2)/(x + ...)))) (Abramowitz and Stegun 7.1.14). */
function complementaryTail(x: number): number {
  let fraction = x
  for (let level = levels; level >= 1; level--) fraction = x + level / 2 / fraction
  return Math.exp(-x * x) / Math.sqrt(Math.PI) / fraction
}
