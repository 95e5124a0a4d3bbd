/**
 * A symbolic dimension: a positive integer times names, in one spelling, such as `1`, `n`, `m*n` or `2*n`.
 * One spelling for each value makes equality `===`.
 */
export type Dimension = string

/** The dimension of a scalar's rows and columns. */
export const unit: Dimension = '1'

const digits = /^\d/

/** Whether it is one name, not a number or a product. */
export function isName(dimension: Dimension): boolean {
  return !dimension.includes('*') && !digits.test(dimension)
}

/** The integer and the sorted names a dimension is the product of. */
export function dimensionParts(dimension: Dimension): { factor: number; names: string[] } {
  const parts = dimension.split('*')
  const factor = Number(parts[0])
  return Number.isNaN(factor) ? { factor: 1, names: parts } : { factor, names: parts.slice(1) }
}

/** The dimension that is `factor` times the product of the names, which may come in any order. */
export function dimension(factor: number, names: readonly string[]): Dimension {
  if (names.length === 0) return String(factor)
  const product = names.length === 1 ? names[0] : [...names].sort().join('*')
  return factor === 1 ? product : `${factor}*${product}`
}

/** The product of two dimensions: the rows of a Kronecker product, the length of a vec. */
export function multiplyDimensions(a: Dimension, b: Dimension): Dimension {
  if (a === unit) return b
  if (b === unit) return a
  const [left, right] = [dimensionParts(a), dimensionParts(b)]
  return dimension(left.factor * right.factor, [...left.names, ...right.names])
}

/** Replaces names by dimensions: the `m*n` of a signature becomes the `6*k` of an instance. */
export function substituteDimension(dim: Dimension, value: (name: string) => Dimension): Dimension {
  if (isName(dim)) return value(dim)
  const { factor, names } = dimensionParts(dim)
  return names.reduce<Dimension>((product, name) => multiplyDimensions(product, value(name)), String(factor))
}

/** The number a dimension stands for once every name has a size. */
export function dimensionSize(dim: Dimension, size: (name: string) => number): number {
  const { factor, names } = dimensionParts(dim)
  return names.reduce((product, name) => product * size(name), factor)
}
