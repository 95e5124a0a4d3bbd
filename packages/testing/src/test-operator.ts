import type { OperatorContribution } from '@matrix-derive/plugin'
import { describe, expect, test } from 'vitest'
import { runCheck } from './check.ts'
import { type OperatorTestOptions, operatorBattery } from './operator-battery.ts'

/** Tests an operator: what it computes has the shape and the structure that it says, and its differential is right. */
export function testOperator(contribution: OperatorContribution, options: OperatorTestOptions = {}): void {
  const { operator } = contribution
  describe(operator.name, () => {
    for (const pending of operatorBattery(contribution, options)) {
      test(pending.subject === '' ? pending.check : `${pending.check} ${pending.subject}`, () => {
        const { ok, message } = runCheck(pending)
        if (!ok) expect.fail(`${operator.name}: ${message}`)
      })
    }
  })
}
