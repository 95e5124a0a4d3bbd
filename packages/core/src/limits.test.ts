import { describe, expect, test } from 'vitest'
import { createBudget, defaultLimits } from './limits.ts'
import { codeOf } from './testing/symbols.ts'

/** How many steps go well before a budget ends the work, and how it does. */
function spendAll(budget: ReturnType<typeof createBudget>, most: number) {
  let spent = 0
  const code = codeOf(() => {
    for (; spent < most; spent++) budget.spend()
  })
  return { spent, code }
}

describe('a budget', () => {
  test('ends the work after so many steps', () => {
    expect(spendAll(createBudget({ ...defaultLimits, steps: 10 }), 100)).toEqual({ spent: 10, code: 'limit-exceeded' })
    expect(spendAll(createBudget(), 1000)).toEqual({ spent: 1000, code: undefined })
  })

  test('ends the work after so much time', () => {
    const budget = createBudget({ ...defaultLimits, time: -1 })
    expect(spendAll(budget, 1000).code).toBe('limit-exceeded')
  })

  test('ends the work when the caller cancels it, before the first step or soon after', () => {
    expect(spendAll(createBudget(defaultLimits, AbortSignal.abort()), 10)).toEqual({ spent: 0, code: 'cancelled' })
    const controller = new AbortController()
    const budget = createBudget(defaultLimits, controller.signal)
    budget.spend()
    controller.abort()
    const { spent, code } = spendAll(budget, 1000)
    expect(code).toBe('cancelled')
    expect(spent).toBeLessThan(100)
  })
})
