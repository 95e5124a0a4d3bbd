import { fail } from '@matrix-derive/core'
import { structureModes } from '@matrix-derive/request'
import * as v from 'valibot'
import type { Session } from './state.ts'

// What is kept between two days of work: the questions and the moves. The schema says all that the rest relies on.

const index = v.pipe(v.number(), v.integer(), v.minValue(0))
const place = v.object({ block: index, line: index })
const path = v.array(index)
const list = <T extends v.GenericSchema>(each: T) => v.array(each)

const move = v.variant('kind', [
  v.object({
    kind: v.literal('apply'),
    at: place,
    path,
    law: v.exactOptional(v.pipe(v.string(), v.includes('@'))),
    opens: v.exactOptional(v.string()),
    result: v.exactOptional(v.string()),
    nth: v.pipe(v.number(), v.integer()),
  }),
  v.object({ kind: v.literal('strategy'), at: place, lines: v.exactOptional(index) }),
])

const patch = v.object({
  op: v.picklist(['replace', 'remove', 'add']),
  path: v.array(v.union([v.string(), v.number()])),
  value: v.exactOptional(v.unknown()),
})

const change = v.object({ patches: list(patch), inverse: list(patch) })

const question = v.object({
  expression: v.string(),
  variables: v.record(v.string(), v.string()),
  wrt: v.pipe(v.array(v.string()), v.minLength(1)),
  layout: v.string(),
  order: v.pipe(index, v.minValue(1)),
  structure: v.exactOptional(v.picklist(structureModes)),
})

const document = v.pipe(
  v.object({ question, branches: v.pipe(list(v.object({ moves: list(move) })), v.minLength(1)), branch: index }),
  v.check(({ branches, branch }) => branch < branches.length),
)

const tab = v.object({
  document,
  past: list(change),
  future: list(change),
  cursor: v.object({ at: place, path }),
})

const file = v.object({
  format: v.literal('matrix-derive session'),
  version: v.literal(1),
  tabs: list(tab),
  active: index,
  typing: v.string(),
})

/** The session as text. */
export function saved({ tabs, active, typing }: Session): string {
  return `${JSON.stringify({ format: 'matrix-derive session', version: 1, tabs, active, typing })}\n`
}

/** The session that was saved. @throws `value` for text that is none */
export function restored(text: string): Session {
  const result = v.safeParse(file, parsed(text))
  if (!result.success) {
    const [{ message, path: keys }] = result.issues
    const where = keys === undefined ? '' : ` at ${keys.map(({ key }) => key).join('.')}`
    return fail('value', `Expected a saved session, received something else${where}: ${message}.`)
  }
  const { tabs, active, typing } = result.output
  return { tabs: tabs as Session['tabs'], active: Math.max(0, Math.min(active, tabs.length - 1)), typing }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
