import type { Identity } from '@matrix-derive/core'

/** What stands behind a title, and what explains it below. */
export interface Sources {
  markOf(identity: Identity): string
  readonly footer: readonly { readonly mark: string; readonly source: string }[]
}

const numbered = /^(.+), eqs?\. (\(.+\))$/

/**
 * Says each source once. A title that already ends with the number of its equation needs no mark, only the name of
 * the document that counts so; any other source gets a number of its own.
 */
export function sourcesOf(identities: readonly Identity[]): Sources {
  const documents = new Map<string, string[]>()
  const others = new Map<string, string>()
  const marks = new Map<Identity, string>()
  for (const identity of identities) {
    const { source, title } = identity
    const [, document = '', list = ''] = numbered.exec(source) ?? []
    const shown = list.match(/\(\w+\)/g)?.filter(number => title.includes(number)) ?? []
    if (shown.length > 0) documents.set(document, [...new Set([...(documents.get(document) ?? []), ...shown])])
    else {
      if (!others.has(source)) others.set(source, `[${others.size + 1}]`)
      marks.set(identity, others.get(source)!)
    }
  }
  return {
    markOf: identity => marks.get(identity) ?? '',
    footer: [
      ...[...documents].map(([source, numbers]) => ({
        mark: documents.size === 1 ? '(n)' : numbers.join(' '),
        source,
      })),
      ...[...others].map(([source, mark]) => ({ mark, source })),
    ],
  }
}

/** The title with its mark. */
export function reasonOf({ markOf }: Sources, identity: Identity): string {
  const mark = markOf(identity)
  return mark === '' ? identity.title : `${identity.title} ${mark}`
}
