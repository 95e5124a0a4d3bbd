import { type Algebra, minusOne, one } from '@matrix-derive/core'

// What several operators' evaluations are composed of, in the words of the algebra.

export function subtract<M>(algebra: Algebra<M>, x: M, y: M): M {
  return algebra.add(x, algebra.scale(algebra.number(minusOne), y))
}

/** The sum of all entries, 1×1: 1'X1. */
export function total<M>(algebra: Algebra<M>, x: M): M {
  const unit = algebra.number(one)
  const [rows, cols] = [algebra.rows(x), algebra.cols(x)]
  const columnSums = rows === 1 ? x : algebra.multiply(algebra.fill(unit, 1, rows), x)
  return cols === 1 ? columnSums : algebra.multiply(columnSums, algebra.fill(unit, cols, 1))
}

/** The sum of the entrywise products, 1×1. */
export function inner<M>(algebra: Algebra<M>, x: M, y: M): M {
  return total(algebra, algebra.hadamard(x, y))
}

/** A 1×1 value subtracted from every entry. */
export function shift<M>(algebra: Algebra<M>, x: M, by: M): M {
  return subtract(algebra, x, algebra.fill(by, algebra.rows(x), algebra.cols(x)))
}
