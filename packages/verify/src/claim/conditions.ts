import { type Dimension, dimensionParts, type Expression, Fact, type Facts, isMatrix, unit } from '@matrix-derive/core'
import type { Supposition } from '../question.ts'
import type { ClaimCondition } from './verdict.ts'

/** What a matrix may be supposed to be, the weakest first; orthogonal and diagonal do not follow from each other. */
const structures: readonly (readonly [name: string, fact: Facts])[] = [
  ['symmetric', Fact.symmetric],
  ['orthogonal', Fact.orthogonal],
  ['diagonal', Fact.diagonal],
]

/** Conditions under which a claim may turn out to be true, and what they say to the prover. */
export interface Assumption {
  readonly conditions: readonly ClaimCondition[]
  readonly supposing: Supposition
}

/** With more matrices than this they are supposed to have a structure one at a time or all together. */
const mostInPairs = 4

/** Everything that is tried, in this order: the fewest and weakest conditions first. */
export function assumptionsFor(symbols: readonly Expression[], dimensions: readonly Dimension[]): Assumption[] {
  const matrices = symbols.filter(({ shape }) => isMatrix(shape))
  const single = matrices.map(matrix => [matrix])
  const pairs =
    matrices.length > mostInPairs
      ? []
      : matrices.flatMap((first, i) => matrices.slice(i + 1).map(second => [first, second]))
  const all = matrices.length > 2 ? [matrices] : []
  return [
    ...sizeGroups(dimensions).map(sizes => equalSizes([sizes])),
    ...[...single, ...pairs, ...all].flatMap(group =>
      // Where several matrices are diagonal everything commutes, and many a wrong formula is right.
      (group.length === 1 ? structures : structures.slice(0, 1))
        .map(([name, fact]) => structured(group, name, fact))
        .filter(found => found !== undefined),
    ),
  ]
}

/** Pairs of sizes, and all of them. */
function sizeGroups(dimensions: readonly Dimension[]): Dimension[][] {
  const pairs = dimensions.flatMap((first, i) => dimensions.slice(i + 1).map(second => [first, second]))
  return dimensions.length > 2 ? [...pairs, [...dimensions]] : pairs
}

export function equalSizes(groups: readonly (readonly Dimension[])[]): Assumption {
  return {
    conditions: groups.map(sizes => ({ kind: 'equal-sizes', sizes })),
    supposing: { equalSizes: groups },
  }
}

/** Whether two expressions have one shape once sizes are equal. */
export function canCompare(a: Expression, b: Expression, { equalSizes: groups = [] }: Supposition): boolean {
  const plain = (dimension: Dimension) => groups.find(group => group.includes(dimension))?.[0] ?? dimension
  return plain(a.shape.rows) === plain(b.shape.rows) && plain(a.shape.cols) === plain(b.shape.cols)
}

/** Undefined where it says nothing new, or where a matrix cannot be square. */
function structured(group: readonly Expression[], structure: string, fact: Facts): Assumption | undefined {
  if (group.every(({ facts }) => (facts & fact) === fact)) return undefined
  const groups: Dimension[][] = []
  for (const { shape } of group) {
    if (shape.rows === shape.cols) continue
    if (!isName(shape.rows) || !isName(shape.cols)) return undefined
    groups.push([shape.rows, shape.cols])
  }
  const sizes = merged(groups)
  const names = group.filter(({ facts }) => (facts & fact) !== fact).map(({ data }) => data!.name!)
  return {
    conditions: [
      ...sizes.map(sizes => ({ kind: 'equal-sizes', sizes }) as const),
      ...names.map(name => ({ kind: 'structure', name, structure }) as const),
    ],
    supposing: { facts: new Map(names.map(name => [name, fact])), ...(sizes.length > 0 && { equalSizes: sizes }) },
  }
}

const isName = (dimension: Dimension): boolean =>
  dimension !== unit && dimensionParts(dimension).factor === 1 && dimensionParts(dimension).names.length === 1

/** Groups that share a member are one group. */
function merged(groups: readonly (readonly Dimension[])[]): Dimension[][] {
  const result: Set<Dimension>[] = []
  for (const group of groups) {
    const touching = result.filter(other => group.some(name => other.has(name)))
    const union = new Set([...touching.flatMap(other => [...other]), ...group])
    for (const other of touching) result.splice(result.indexOf(other), 1)
    result.push(union)
  }
  return result.map(group => [...group].sort())
}
