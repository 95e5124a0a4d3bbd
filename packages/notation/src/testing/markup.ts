/** An element of markup that was read: MathML has no text beside elements. */
export interface Markup {
  readonly tag: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly Markup[]
  readonly text: string
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' }
const decode = (text: string) => text.replace(/&(\w+);/g, (_, name) => entities[name] ?? `?${name}?`)
const tokenPattern = /<(\/?)([\w-]+)((?: [\w:-]+="[^"<]*")*)>|([^<>]+)|([<>])/g

/**
 * Reads markup with an XML reader of its own, the strictest there can be.
 * @throws Error where it is not well formed
 */
export function readMarkup(source: string): Markup[] {
  const roots: Markup[] = []
  const open: { tag: string; attributes: Record<string, string>; children: Markup[]; text: string }[] = []
  for (const [token, slash, tag, attributeText, text] of source.matchAll(tokenPattern)) {
    const parent = open.at(-1)
    if (tag === undefined) {
      if (text === undefined || parent === undefined) throw new Error(`"${token}" stands outside of every element`)
      parent.text += decode(text)
    } else if (slash === '') {
      const attributes = [...attributeText.matchAll(/ ([\w:-]+)="([^"]*)"/g)].map(([, name, value]) => [
        name,
        decode(value),
      ])
      open.push({ tag, attributes: Object.fromEntries(attributes), children: [], text: '' })
    } else {
      const element = open.pop()
      if (element?.tag !== tag) throw new Error(`</${tag}> closes <${element?.tag}>`)
      ;(open.at(-1)?.children ?? roots).push(element)
    }
  }
  if (open.length > 0) throw new Error(`<${open[0].tag}> is not closed`)
  return roots
}

const tokens = new Set(['mi', 'mn', 'mo', 'mtext'])
const operandCounts: Readonly<Record<string, number>> = { mfrac: 2, msup: 2, msub: 2, mspace: 0 }
const rows = new Set(['math', 'mrow'])

/** What is wrong with MathML Core, the first thing found; undefined where nothing is. */
export function mistakeIn({ tag, children, text }: Markup): string | undefined {
  if (tokens.has(tag)) return children.length > 0 || text === '' ? `<${tag}> is not one piece of text` : undefined
  if (text !== '') return `"${text}" stands in <${tag}>`
  if (!rows.has(tag) && operandCounts[tag] !== children.length) return `<${tag}> has ${children.length} operands`
  if (!rows.has(tag) && !Object.hasOwn(operandCounts, tag)) return `<${tag}> is no element of MathML Core`
  return children.map(mistakeIn).find(mistake => mistake !== undefined)
}

/** What a reader sees, without the signs that are invisible. */
export const visibleText = (markup: readonly Markup[]): string =>
  markup.map(({ text, children }) => text.replace(/[\u2061\u2062]/g, '') + visibleText(children)).join('')
