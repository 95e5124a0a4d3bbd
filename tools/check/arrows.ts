import type { Package } from './packages.ts'

/** Dependencies point one way, towards core. What a package is not listed with here, it does not know. */
const arrows: Readonly<Record<string, readonly string[]>> = {
  core: [],
  operators: ['core'],
  language: ['core', 'operators'],
  plugin: ['core', 'operators', 'language'],
  notation: ['core', 'operators'],
  // It judges identities, so it uses none.
  verify: ['core', 'operators', 'language'],
  testing: ['core', 'operators', 'language', 'plugin', 'notation', 'verify'],
  // It lets strangers' laws in, so it asks all that is asked of ours.
  admission: ['core', 'operators', 'language', 'plugin', 'verify', 'standard', 'testing'],
  project: ['admission', 'core', 'language', 'operators', 'plugin', 'standard'],
  record: ['core', 'request'],
  request: ['core', 'language', 'notation', 'verify', 'standard'],
  api: ['admission', 'core', 'language', 'notation', 'request', 'standard'],
  // It has no screen and no laws: whoever shows it brings both.
  exploration: ['core', 'language', 'notation', 'verify', 'request'],
}

/** What the tests of a package know besides: to check their numbers they look through verify's eyes. */
const arrowsOfTests: Readonly<Record<string, readonly string[]>> = {
  admission: ['request'],
  plugin: ['verify'],
  record: ['admission', 'plugin', 'standard'],
  standard: ['language', 'notation', 'testing', 'verify'],
  request: ['testing'],
  exploration: ['standard'],
}

/** Whether a package may use another one; `dev` where only its tests do. */
export function allows(from: Package, to: Package, dev: boolean): boolean {
  if (to.group === 'apps') return false
  switch (from.group) {
    case 'apps':
      return to.group === 'packages'
    case 'identities':
      return to.id === 'plugin' || (dev && to.id === 'testing')
    case 'packages':
      if (dev && to.group === 'packages' && arrowsOfTests[from.id]?.includes(to.id)) return true
      if (from.id === 'standard') return to.group === 'identities' || ['core', 'operators'].includes(to.id)
      return to.group === 'packages' && (arrows[from.id] ?? []).includes(to.id)
  }
}
