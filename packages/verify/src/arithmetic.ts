import type { Algebra } from '@matrix-derive/core'

/** What comes in and goes out: a matrix as rows of entries. */
export type Rows = readonly (readonly number[])[]

/** An algebra together with the way in and out of it. */
export interface Arithmetic<M> extends Algebra<M> {
  /** The matrix with these entries. Over a prime field the entries are reduced to it. */
  fromRows(rows: Rows): M
  toRows(x: M): number[][]
  /** The ε-part of a dual matrix, as a matrix without one: the value of d(x). Absent: d(.) has no value here. */
  tangent?(x: M): M
}

/** A random number between 0 and 1; the same seed gives the same sequence. */
export type Random = () => number

/** sfc32, a small fast counting generator (Chris Doty-Humphrey, PractRand), with its usual 12 rounds of warming up. */
export function createRandom(seed: number): Random {
  let [a, b, c, counter] = [seed | 0, 0x9e3779b9 | 0, 0x243f6a88 | 0, 1]
  const next = () => {
    const sum = (((a + b) | 0) + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (((c << 21) | (c >>> 11)) + sum) | 0
    return (sum >>> 0) / 2 ** 32
  }
  for (let round = 0; round < 12; round++) next()
  return next
}
