import { fail } from '@matrix-derive/core'
import { addMatrices, type DualMatrix, dualMatrix, multiplyMatrices, zeroMatrix } from './dual-matrix.ts'
import type { Field } from './field.ts'

// Elimination on dual numbers: every entry carries its tangent through the very operations that make the value, so that no
// rule for the differential of an inverse or a determinant is needed, and none can be wrong.

type Entries = Pick<DualMatrix, 'value' | 'tangent'>

/** row(target) -= factor*row(source), on duals, from column `from` on. */
function subtractRow(
  field: Field,
  { value, tangent }: Entries,
  cols: number,
  [target, source, from]: readonly [number, number, number],
  [factor, slope]: readonly [number, number],
): void {
  const [a, b] = [target * cols, source * cols]
  for (let j = from; tangent !== undefined && j < cols; j++) {
    tangent[a + j] = field.subtract(tangent[a + j], field.multiplyPairs(factor, tangent[b + j], slope, value[b + j]))
  }
  for (let j = from; j < cols; j++) value[a + j] = field.subtract(value[a + j], field.multiply(factor, value[b + j]))
}

function swapRows(entries: Float64Array, cols: number, a: number, b: number): void {
  for (let j = 0; j < cols; j++) {
    ;[entries[a * cols + j], entries[b * cols + j]] = [entries[b * cols + j], entries[a * cols + j]]
  }
}

interface Elimination {
  readonly determinant: DualMatrix
  readonly inverse: DualMatrix
}

/** Gauss-Jordan elimination of [x I] with row pivoting. Undefined where x is singular: then nothing is known. */
export function eliminate(field: Field, x: DualMatrix): Elimination | undefined {
  const n = x.rows
  const cols = 2 * n
  const { value, tangent } = zeroMatrix(n, cols, x.tangent !== undefined)
  for (let i = 0; i < n; i++) {
    value.set(x.value.subarray(i * n, (i + 1) * n), i * cols)
    if (x.tangent) tangent?.set(x.tangent.subarray(i * n, (i + 1) * n), i * cols)
    value[i * cols + n + i] = field.fromNumber(1)
  }
  const negligible = n * field.rounding * x.value.reduce((largest, entry) => Math.max(largest, field.pivot(entry)), 0)
  let [det, detSlope] = [field.fromNumber(1), 0]
  for (let k = 0; k < n; k++) {
    let best = k
    for (let i = k + 1; i < n; i++) {
      if (field.pivot(value[i * cols + k]) > field.pivot(value[best * cols + k])) best = i
    }
    const [pivot, slope] = [value[best * cols + k], tangent?.[best * cols + k] ?? 0]
    if (!(field.pivot(pivot) > negligible)) return undefined
    if (best !== k) {
      swapRows(value, cols, k, best)
      if (tangent) swapRows(tangent, cols, k, best)
      det = field.subtract(0, det)
      detSlope = field.subtract(0, detSlope)
    }
    detSlope = field.multiplyPairs(detSlope, pivot, det, slope)
    det = field.multiply(det, pivot)
    // row(k) /= pivot, as row(k) -= (1 - 1/pivot)*row(k) on duals.
    const reciprocal = field.invert(pivot)
    const reciprocalSlope = field.subtract(0, field.multiply(slope, field.multiply(reciprocal, reciprocal)))
    for (let j = k; j < cols; j++) {
      const at = k * cols + j
      if (tangent) tangent[at] = field.multiplyPairs(tangent[at], reciprocal, value[at], reciprocalSlope)
      value[at] = field.multiply(value[at], reciprocal)
    }
    for (let i = 0; i < n; i++) {
      const at = i * cols + k
      const [factor, factorSlope] = [value[at], tangent?.[at] ?? 0]
      if (i !== k && (factor !== 0 || factorSlope !== 0)) {
        subtractRow(field, { value, tangent }, cols, [i, k, k], [factor, factorSlope])
      }
    }
  }
  const inverse = zeroMatrix(n, n, x.tangent !== undefined)
  for (let i = 0; i < n; i++) {
    inverse.value.set(value.subarray(i * cols + n, (i + 1) * cols), i * n)
    if (tangent) inverse.tangent!.set(tangent.subarray(i * cols + n, (i + 1) * cols), i * n)
  }
  const determinant = dualMatrix(1, 1, Float64Array.of(det), x.tangent && Float64Array.of(detSlope))
  return { determinant, inverse }
}

/** @throws `value` when x is singular */
export function invertMatrix(field: Field, x: DualMatrix): DualMatrix {
  return eliminate(field, x)?.inverse ?? fail('value', 'Expected an invertible matrix, received a singular one.')
}

/**
 * Determinant and adjugate by the recursion of Faddeev and LeVerrier, which divides by 1, ..., n and by nothing else, and so
 * works for singular matrices: M₁ = I, cₖ = -tr(XMₖ)/k, Mₖ₊₁ = XMₖ + cₖI; det X = (-1)ⁿcₙ, adj X = (-1)ⁿ⁻¹Mₙ.
 * (F. R. Gantmacher, The Theory of Matrices, volume 1, chapter IV, section 5.)
 */
export function faddeevLeVerrier(field: Field, x: DualMatrix): { determinant: DualMatrix; adjugate: DualMatrix } {
  const n = x.rows
  const negative = field.fromNumber(-1)
  const scaleBy = (factor: number, matrix: DualMatrix) => {
    const scaled = (entries: Float64Array) => entries.map(entry => field.multiply(entry, factor))
    return dualMatrix(matrix.rows, matrix.cols, scaled(matrix.value), matrix.tangent && scaled(matrix.tangent))
  }
  const diagonal = (entry: number, slope: number) => {
    const matrix = zeroMatrix(n, n, true)
    for (let i = 0; i < n; i++) {
      matrix.value[i * (n + 1)] = entry
      matrix.tangent![i * (n + 1)] = slope
    }
    return matrix
  }
  let m = diagonal(field.fromNumber(1), 0)
  let coefficient = dualMatrix(1, 1, Float64Array.of(negative), Float64Array.of(0))
  for (let k = 1; k <= n; k++) {
    const product = multiplyMatrices(field, x, m)
    let [trace, slope] = [0, 0]
    for (let i = 0; i < n; i++) {
      trace = field.add(trace, product.value[i * (n + 1)])
      slope = field.add(slope, product.tangent![i * (n + 1)])
    }
    coefficient = scaleBy(field.multiply(negative, field.invert(field.fromNumber(k))), {
      rows: 1,
      cols: 1,
      value: Float64Array.of(trace),
      tangent: Float64Array.of(slope),
    })
    if (k < n) m = addMatrices(field, product, diagonal(coefficient.value[0], coefficient.tangent![0]))
  }
  const sign = n % 2 === 0 ? field.fromNumber(1) : negative
  return { determinant: scaleBy(sign, coefficient), adjugate: scaleBy(field.multiply(negative, sign), m) }
}
