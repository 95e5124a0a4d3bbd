import type { Identity } from '@matrix-derive/core'
import { colours } from '../colours.ts'
import type { Arguments } from '../command-line.ts'
import { Exit, type Host } from '../host.ts'
import { workplace } from '../settings.ts'
import { identityNamed } from './identity-named.ts'

/** `identities [NAME]`: the catalogue, or one identity in full. */
export async function listIdentities(args: Arguments, host: Host): Promise<number> {
  const { registry } = await workplace(host)
  const [name] = args.operands
  const isJson = args.one('format') === 'json'
  if (name === undefined) {
    const all = registry.identities
    host.stdout.write(isJson ? json(all.map(data)) : catalogue(all, host))
    return Exit.done
  }
  const identity = identityNamed(name, registry)
  host.stdout.write(isJson ? json(data(identity)) : inFull(identity, host))
  return Exit.done
}

function data({ name, version, title, summary, source, phases, statements, where, directed }: Identity) {
  return { name, version, title, summary, source, phases, statements, where, directed }
}

const json = (value: unknown): string => `${JSON.stringify(value, undefined, 2)}\n`

function catalogue(identities: readonly Identity[], { stdout, env }: Host): string {
  const { name: paintName, quiet } = colours(stdout, env)
  const width = (text: (identity: Identity) => string) => Math.max(...identities.map(identity => text(identity).length))
  const [nameWidth, versionWidth] = [width(({ name }) => name), width(({ version }) => version)]
  // A few long statements shall not push the titles of all others off the screen.
  const statementWidth = Math.min(44, width(statement))
  const rows = identities.map(identity => {
    const first = `${paintName(identity.name.padEnd(nameWidth))}  ${identity.version.padEnd(versionWidth)}`
    return `${first}  ${statement(identity).padEnd(statementWidth)}  ${quiet(identity.title)}`
  })
  return `${rows.join('\n')}\n`
}

function statement({ statements, directed }: Identity): string {
  const [first = ''] = statements
  return directed ? first.replace(' = ', ' -> ') : first
}

function inFull(identity: Identity, { stdout, env }: Host): string {
  const { name, version, title, summary, statements, where, source, phases } = identity
  const { strong, quiet } = colours(stdout, env)
  const kinds = Object.entries(where).map(([metavariable, kind]) => `${metavariable}: ${kind}`)
  const labelled = (label: string, texts: readonly string[]) =>
    texts.map((text, i) => `${quiet((i === 0 ? label : '').padEnd(9))}  ${text}`)
  const lines = [
    strong(`${name} ${version}`),
    title,
    summary,
    ...labelled('statement', statements),
    ...labelled('where', kinds),
    ...labelled('used to', [phases.join(', ')]),
    ...labelled('source', [source]),
  ]
  return `${lines.join('\n')}\n`
}
