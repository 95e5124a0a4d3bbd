import { type ChooseVersion, fail } from '@matrix-derive/core'
import { nearest } from '@matrix-derive/language'
import compare from 'semver/functions/compare.js'
import satisfies from 'semver/functions/satisfies.js'
import validRange from 'semver/ranges/valid.js'

/** By name, the versions that a project allows: `{ "trace-cyclic": "^1.0.0" }`. */
export type Pins = Readonly<Record<string, string>>

/** The highest version that the pin allows; without a pin, the highest. @throws `config` where the pin allows none */
export function chooseBy(pins: Pins): ChooseVersion {
  return (name, versions) => {
    const range = Object.hasOwn(pins, name) ? pins[name] : '*'
    const allowed = versions.filter(version => range === '*' || satisfies(version, range))
    if (allowed.length === 0) {
      fail(
        'config',
        `identities.${name}: Expected an installed version that "${range}" allows, received ${versions.join(', ')}.`,
        {
          suggestion: 'Install a version that it allows, or change the pin.',
        },
      )
    }
    return versions.indexOf(allowed.reduce((a, b) => (compare(a, b) >= 0 ? a : b)))
  }
}

/** @throws `config` for a pin that is no range of versions */
export function requireRanges(pins: Pins): void {
  for (const [name, range] of Object.entries(pins)) {
    if (validRange(range) !== null) continue
    fail('config', `identities.${name}: Expected versions such as "^1.0.0" or "2.0.0", received "${range}".`)
  }
}

/** @throws `config` for a pin on a name that nothing has */
export function requireNames(pins: Pins, names: readonly string[]): void {
  const stranger = Object.keys(pins).find(name => !names.includes(name))
  if (stranger === undefined) return
  const near = nearest(stranger, names)
  fail(
    'config',
    `identities.${stranger}: Expected the name of an identity, an operator or a layout that is installed.`,
    {
      suggestion: near === undefined ? 'Add the plugin that brings it to "plugins".' : `Did you mean "${near}"?`,
    },
  )
}
