import { Fact, type Facts, fail, has } from '@matrix-derive/core'
import { CholeskyDecomposition, Matrix } from 'ml-matrix'
import type { Rows } from './arithmetic.ts'

/** How far a printed matrix may be from its declared structure, relative to its largest entry. */
const tolerance = 1e-8

interface Structure {
  readonly fact: number
  readonly name: string
  /** How far the matrix is from having it. */
  readonly distance: (x: Rows) => number
}

function largest(x: Rows, distance: (i: number, j: number) => number): number {
  let worst = 0
  for (let i = 0; i < x.length; i++)
    for (let j = 0; j < x[i].length; j++) worst = Math.max(worst, Math.abs(distance(i, j)))
  return worst
}

/** Of the symmetric part: the library wants X' = X to the last bit, which printed numbers need not have. */
function isPositiveDefinite(x: Rows): boolean {
  const symmetric = x.map((row, i) => row.map((entry, j) => (entry + x[j][i]) / 2))
  return new CholeskyDecomposition(new Matrix(symmetric)).isPositiveDefinite()
}

const structures: readonly Structure[] = [
  { fact: Fact.symmetric, name: 'symmetric', distance: x => largest(x, (i, j) => x[i][j] - x[j][i]) },
  { fact: Fact.skew, name: 'skew', distance: x => largest(x, (i, j) => x[i][j] + x[j][i]) },
  { fact: Fact.diagonal, name: 'diagonal', distance: x => largest(x, (i, j) => (i === j ? 0 : x[i][j])) },
  { fact: Fact.lower, name: 'lower triangular', distance: x => largest(x, (i, j) => (i >= j ? 0 : x[i][j])) },
  { fact: Fact.upper, name: 'upper triangular', distance: x => largest(x, (i, j) => (i <= j ? 0 : x[i][j])) },
  {
    fact: Fact.orthogonal,
    name: 'orthogonal',
    distance: x => largest(x, (i, j) => x[i].reduce((dot, entry, k) => dot + entry * x[j][k], i === j ? -1 : 0)),
  },
  {
    fact: Fact.positiveDefinite,
    name: 'positive definite',
    distance: x => (isPositiveDefinite(x) ? 0 : Infinity),
  },
  { fact: Fact.integer, name: 'an integer', distance: x => largest(x, (i, j) => x[i][j] - Math.round(x[i][j])) },
]

/** Checks that the numbers have the structure that `called` is declared with. @throws `value` */
export function checkStructure(called: string, facts: Facts, x: Rows): void {
  const scale = largest(x, (i, j) => x[i][j])
  for (const { fact, name, distance } of structures) {
    if (!has(facts, fact) || distance(x) <= tolerance * scale) continue
    fail('value', `Expected ${called} to be ${name}, as it is declared.`)
  }
}
