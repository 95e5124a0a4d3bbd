import { describe, expect, test } from 'vitest'
import { certain, conditionsOf, needed } from './conditions.ts'

describe('derivations say what they rely on, and nothing that holds anyway', () => {
  for (const row of [...needed, ...certain]) {
    test(`${row.expression} by ${row.wrt}`, () => {
      expect(conditionsOf(row)).toEqual(row.conditions)
    })
  }
})
