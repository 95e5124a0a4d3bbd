/** A string of TypeScript; biome chooses the quotes. */
export const quoted = (text: string): string => JSON.stringify(text)

/** An object literal with a line for each field that there is. */
export function literal(fields: Readonly<Record<string, string | undefined>>): string {
  const lines = Object.entries(fields).flatMap(([name, value]) => (value === undefined ? [] : [`  ${name}: ${value},`]))
  return `{\n${lines.join('\n')}\n}`
}

export function record(entries: Readonly<Record<string, string>>): string {
  const key = (name: string) => (/^[\p{L}_][\p{L}\p{N}_]*$/u.test(name) ? name : quoted(name))
  const parts = Object.entries(entries).map(([name, value]) => `${key(name)}: ${quoted(value)}`)
  return parts.length === 0 ? '{}' : `{ ${parts.join(', ')} }`
}

/** The comment above a definition; nothing where there is nothing to say. */
export function comment(text: string | undefined): string {
  return text === undefined ? '' : `/**\n * ${text.replaceAll('*/', '* /')}\n */\n`
}
