import { type Choice, defaultLimits, type Expression, type Limits, type Place, problemOf } from '@matrix-derive/core'
import { toText } from '@matrix-derive/notation'
import { standardRegistry } from '@matrix-derive/standard'
import { createExplorer, type Explorer, type Look } from '../explorer.ts'
import type { Asking, Intent } from '../intent.ts'
import { emptySession, type Session } from '../state.ts'

/** Somebody who works by hand: finds subexpressions by their text, and laws by their names. */
export interface Hand {
  session: Session
  readonly explorer: Explorer
  do(intent: Intent): void
  look(): Look
  /** The cursor on the first subexpression that reads so; without text on the whole line. */
  at(text?: string): void
  choices(): Choice[]
  /** Uses a law at the subexpression; where it can be used in several ways, the one with this result. */
  use(law: string | undefined, where?: string, result?: string): void
  goTo(place: Place): void
  /** The line at the cursor. */
  line(): string
  /** The last lines about the derivatives. */
  answers(): string[]
}

export function byHand(
  asking: Asking,
  by: 'hand' | 'strategy' = 'hand',
  signal: { aborted: boolean } = { aborted: false },
  limits: Partial<Limits> = {},
): Hand {
  const explorer = createExplorer({ registry: standardRegistry(), limits: { ...defaultLimits, ...limits }, signal })
  const hand: Hand = {
    explorer,
    session: emptySession,
    do(intent) {
      const { session, problem } = explorer.dispatch(hand.session, intent)
      if (problem !== undefined) throw new Error(problem.message)
      hand.session = session
    },
    look: () => explorer.look(hand.session)!,
    at(text) {
      const { tab, line } = hand.look()
      const path = text === undefined ? [] : pathTo(line!, text)
      hand.do({ kind: 'place', at: tab.cursor.at, path })
    },
    choices: () => explorer.choices(hand.session),
    use(law, where, result) {
      hand.at(where)
      const choices = hand.choices().filter(({ identity }) => identity?.name === law)
      const choice = result === undefined ? choices[0] : choices.find(({ line }) => toText(line) === result)
      if (choice === undefined) {
        const offered = hand.choices().map(({ identity, line }) => `${identity?.name}: ${toText(line)}`)
        throw new Error(
          `Expected ${law} at ${where ?? 'the line'} of ${hand.line()}; offered are\n${offered.join('\n')}`,
        )
      }
      hand.do({ kind: 'apply', choice })
    },
    goTo: at => hand.do({ kind: 'place', at }),
    line: () => toText(hand.look().line!),
    answers: () => hand.look().solution.derivation.answers.map(({ expression }) => toText(expression)),
  }
  hand.do({ kind: 'open', question: asking, by })
  return hand
}

/** The way to the first subexpression, from the outside in, that reads so. */
function pathTo(root: Expression, text: string): number[] {
  let level: { node: Expression; path: number[] }[] = [{ node: root, path: [] }]
  while (level.length > 0) {
    const found = level.find(({ node }) => toText(node) === text)
    if (found !== undefined) return found.path
    level = level.flatMap(({ node, path }) =>
      node.operands.map((operand, i) => ({ node: operand, path: [...path, i] })),
    )
  }
  throw new Error(`Expected "${text}" in ${toText(root)}.`)
}

/** The code of the problem that an intent meets. */
export function problemWith(run: () => unknown): string | undefined {
  try {
    run()
  } catch (thrown) {
    return problemOf(thrown)?.code ?? String(thrown)
  }
  return undefined
}
