import type { Identity, Registry } from '@matrix-derive/core'

/** The identities in which every word occurs: in the name, what it says, why, when it is used, or where it is from. */
export function identitiesFound({ identities }: Registry, words: string): Identity[] {
  const wanted = words.toLowerCase().split(/\s+/)
  return identities.filter(({ name, title, summary, statements, phases, source }) => {
    const text = [name, title, summary, ...statements, ...phases, source].join(' ').toLowerCase()
    return wanted.every(word => text.includes(word))
  })
}
