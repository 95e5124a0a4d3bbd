import { fail } from '../../packages/core/src/index.ts'
import { packages } from '../check/packages.ts'

/** Words that no variable can be called by, which is how the preset would have to import a package of that name. */
const reserved = new Set(
  'await break case catch class const continue debugger default delete do else enum export extends false finally for function if implements import in instanceof interface let new null package private protected public return static super switch this throw true try typeof undefined var void while with yield'.split(
    ' ',
  ),
)

/**
 * The name of a new package: what was asked for, with the prefix that its kind has.
 * @throws `value` where it cannot be the name of a folder, a package and a law all at once, or is taken
 */
export function newName(asked: string, prefix: '' | 'layout-' | 'operator-'): string {
  const name = asked.startsWith(prefix) ? asked : `${prefix}${asked}`
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name)) {
    const near = spelledRight(asked)
    const suggestion = near === '' ? 'Say what it is about, as in trace-cyclic.' : `Try "${near}".`
    fail('value', `Expected a name in lower-case-with-dashes, received "${asked}".`, { suggestion })
  }
  if (name.length > 60) fail('value', `Expected a name of at most 60 characters, received ${name.length}.`)
  if (reserved.has(name)) fail('value', `Expected a name that no language reserves, received "${asked}".`)
  if (prefix === '') {
    const kind = /^(layout|operator)-/.exec(name)?.[1]
    if (kind !== undefined) {
      fail('value', `Expected an identity, received the name of ${kind === 'layout' ? 'a layout' : 'an operator'}.`, {
        suggestion: `To make one: pnpm new ${kind} ${name.slice(kind.length + 1)}`,
      })
    }
  }
  const taken = packages.find(({ id, manifest }) => id === name || manifest.name === `@matrix-derive/${name}`)
  if (taken !== undefined) {
    fail('value', `Expected a new name, received "${name}", which is that of ${taken.folder}.`, {
      suggestion: 'Look there first: it may say what you want to say.',
    })
  }
  return name
}

/** What the name would be if it were spelled as names are. */
function spelledRight(asked: string): string {
  return asked
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[-0-9]+|-+$/g, '')
}
