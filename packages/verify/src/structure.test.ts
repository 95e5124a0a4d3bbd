import { Fact } from '@matrix-derive/core'
import { expect, test } from 'vitest'
import { checkStructure } from './structure.ts'

/** [structure, in words, a matrix that has it, one that has it not] */
const table: [structure: keyof typeof Fact, words: string, has: number[][], lacks: number[][]][] = [
  [
    'symmetric',
    'symmetric',
    [
      [1, 2],
      [2, 3],
    ],
    [
      [1, 2],
      [3, 1],
    ],
  ],
  [
    'skew',
    'skew',
    [
      [0, 1],
      [-1, 0],
    ],
    [
      [0, 1],
      [1, 0],
    ],
  ],
  [
    'diagonal',
    'diagonal',
    [
      [1, 0],
      [0, 2],
    ],
    [
      [1, 0],
      [1, 2],
    ],
  ],
  [
    'lower',
    'lower triangular',
    [
      [1, 0],
      [2, 3],
    ],
    [
      [1, 2],
      [0, 3],
    ],
  ],
  [
    'upper',
    'upper triangular',
    [
      [1, 2],
      [0, 3],
    ],
    [
      [1, 0],
      [2, 3],
    ],
  ],
  [
    'orthogonal',
    'orthogonal',
    [
      [0.6, 0.8],
      [-0.8, 0.6],
    ],
    [
      [0, 2],
      [2, 0],
    ],
  ],
  [
    'positiveDefinite',
    'positive definite',
    [
      [2, 1],
      [1, 2],
    ],
    [
      [1, 2],
      [2, 1],
    ],
  ],
  ['integer', 'an integer', [[-3]], [[0.5]]],
]

test.each(table)('numbers for what is %s', (structure, words, has, lacks) => {
  expect(() => checkStructure('X', Fact[structure], has)).not.toThrow()
  expect(() => checkStructure('X', Fact[structure], lacks)).toThrow(`Expected X to be ${words}, as it is declared.`)
  expect(() => checkStructure('X', Fact.none, lacks)).not.toThrow()
  // As printed, with ten digits.
  expect(() =>
    checkStructure(
      'X',
      Fact[structure],
      has.map(row => row.map(x => x + 1e-11)),
    ),
  ).not.toThrow()
})
