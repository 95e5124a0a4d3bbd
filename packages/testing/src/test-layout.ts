import type { Layout } from '@matrix-derive/core'
import { describe, expect, test } from 'vitest'
import { runCheck } from './check.ts'
import { sayLikeManifest } from './in-manifest.ts'
import { type LayoutTestOptions, layoutBattery } from './layout-battery.ts'

/** Tests a layout: it is declared, every conversion can be undone, and shapes are as `options` say. */
export function testLayout(layout: Layout, options: LayoutTestOptions = {}): void {
  describe(layout.identity.name, () => {
    for (const pending of layoutBattery(layout, options, declared =>
      sayLikeManifest(declared, expect.getState().testPath),
    )) {
      test(pending.subject === '' ? pending.check : `${pending.check} ${pending.subject}`, () => {
        const { ok, message } = runCheck(pending)
        if (!ok) expect.fail(`${layout.name}: ${message}`)
      })
    }
  })
}
