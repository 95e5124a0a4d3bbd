import type { Identity } from '@matrix-derive/core'
import { describe, expect, test } from 'vitest'
import { battery, type IdentityTestOptions } from './battery.ts'
import { runCheck } from './check.ts'
import { sayLikeManifest } from './in-manifest.ts'

/**
 * Tests an identity: the whole battery, each check a test of its own. A test file is two lines; `options` add the
 * cases that surprise.
 */
export function testIdentity(identity: Identity, options: IdentityTestOptions = {}): void {
  describe(identity.name, () => {
    for (const pending of battery(identity, options, declared =>
      sayLikeManifest(declared, expect.getState().testPath),
    )) {
      test(pending.subject === '' ? pending.check : `${pending.check} ${pending.subject}`, () => {
        const { ok, message } = runCheck(pending)
        if (!ok) expect.fail(`${identity.name}: ${message}`)
      })
    }
  })
}
