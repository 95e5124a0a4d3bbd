/**
 * A symbolic dimension: a positive integer times names, in one spelling, such as `1`, `n`, `m*n` or `2*n`. In the place of
 * a name may stand `tri(n)`, the triangular number n(n+1)/2 of the entries on and below the diagonal of an n×n matrix.
 * One spelling for each value makes equality `===`.
 */
export type Dimension = string

/** The dimension of a scalar's rows and columns. */
export const unit: Dimension = '1'

const digits = /^\d/

/** Whether it is one name, not a number, a product or a triangular number. */
export function isName(dimension: Dimension): boolean {
  return !dimension.includes('*') && !dimension.includes('(') && !digits.test(dimension)
}

/** The integer and the sorted names, triangular numbers among them, that a dimension is the product of. */
export function dimensionParts(dimension: Dimension): { factor: number; names: string[] } {
  const parts = dimension.includes('(') ? splitOutside(dimension) : dimension.split('*')
  const factor = Number(parts[0])
  return Number.isNaN(factor) ? { factor: 1, names: parts } : { factor, names: parts.slice(1) }
}

/** Splits at the signs that are in no brackets. */
function splitOutside(dimension: Dimension): string[] {
  const parts: string[] = []
  let depth = 0
  let start = 0
  for (let at = 0; at < dimension.length; at++) {
    if (dimension[at] === '(') depth++
    else if (dimension[at] === ')') depth--
    else if (dimension[at] === '*' && depth === 0) {
      parts.push(dimension.slice(start, at))
      start = at + 1
    }
  }
  return [...parts, dimension.slice(start)]
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

/** n(n+1)/2: the length of a vech. */
export function triangularDimension(of: Dimension): Dimension {
  const { factor, names } = dimensionParts(of)
  return names.length === 0 ? String((factor * (factor + 1)) / 2) : `tri(${of})`
}

/** The n of `tri(n)`; undefined for a name. */
export function triangularOf(name: string): Dimension | undefined {
  return name.startsWith('tri(') ? name.slice('tri('.length, -1) : undefined
}

/** The names that a dimension depends on. */
export function dimensionNames(dimension: Dimension): string[] {
  return dimensionParts(dimension).names.flatMap(name => {
    const inner = triangularOf(name)
    return inner === undefined ? [name] : dimensionNames(inner)
  })
}

/** Replaces names by dimensions: the `m*n` of a signature becomes the `6*k` of an instance. */
export function substituteDimension(dim: Dimension, value: (name: string) => Dimension): Dimension {
  if (isName(dim)) return value(dim)
  const { factor, names } = dimensionParts(dim)
  const sizeOf = (name: string): Dimension => {
    const inner = triangularOf(name)
    return inner === undefined ? value(name) : triangularDimension(substituteDimension(inner, value))
  }
  if (names.length === 1 && factor === 1) return sizeOf(names[0])
  return names.reduce<Dimension>((product, name) => multiplyDimensions(product, sizeOf(name)), String(factor))
}

/** The number a dimension stands for once every name has a size. */
export function dimensionSize(dim: Dimension, size: (name: string) => number): number {
  const { factor, names } = dimensionParts(dim)
  return names.reduce((product, name) => {
    const inner = triangularOf(name)
    if (inner === undefined) return product * size(name)
    const side = dimensionSize(inner, size)
    return (product * side * (side + 1)) / 2
  }, factor)
}
