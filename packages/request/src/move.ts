import {
  advance,
  applicable,
  apply,
  type Choice,
  cutAfter,
  type Draft,
  type Expression,
  fail,
  type Left,
  lineAt,
  type Place,
  problemOf,
} from '@matrix-derive/core'
import { toText } from '@matrix-derive/notation'

/** One thing done to a derivation in the making. Whatever was built on lines after `at` goes with it. */
export type Move =
  /** A law used on a subexpression, or what goes on from a whole line: reading off, stacking, taking up a gradient. */
  | {
      readonly kind: 'apply'
      readonly at: Place
      /** The way from the whole line down to the subexpression: which operand of which operand. */
      readonly path: readonly number[]
      /** `name@version`; absent where nothing is claimed. */
      readonly law?: string
      /** What the line is about that is opened: `∂ X`, `vec`; absent where the chain of equations goes on. */
      readonly opens?: string
      /** The line that came of it, in the input language, unless that is long. */
      readonly result?: string
      /** Which of the results of this law it is; for lines too long to tell them apart. */
      readonly nth: number
    }
  /** The strategy goes on, to the end or by so many lines. */
  | { readonly kind: 'strategy'; readonly at: Place; readonly lines?: number }

/** The subexpression at the end of a way down; undefined where the way leads nowhere. */
export function nodeAt(root: Expression, path: readonly number[]): Expression | undefined {
  let node: Expression | undefined = root
  for (const index of path) node = node?.operands[index]
  return node
}

/** Longer lines are not kept with the move that made them. */
const longestResult = 2_000

/** What a choice opens, in words that stay the same from run to run. */
function opened(left: Left): string {
  switch (left.kind) {
    case 'derivative':
      return `∂ ${left.by.map(({ data }) => data!.name).join(' ')}`
    case 'differential':
      return left.form === 'vec' ? 'vec' : 'd'
    default:
      return left.kind
  }
}

const lawOf = ({ identity }: Choice) => identity && `${identity.name}@${identity.version}`

/** The choice among those of a line and subexpression, as a move. */
export function moveOf(choices: readonly Choice[], choice: Choice, at: Place, path: readonly number[]): Move {
  const [law, opens, result] = [lawOf(choice), choice.opens && opened(choice.opens), textOf(choice.line)]
  return {
    kind: 'apply',
    at,
    path,
    ...(law !== undefined && { law }),
    ...(opens !== undefined && { opens }),
    ...(result !== undefined && { result }),
    nth: alike(choices, choice.identity?.name, opens).indexOf(choice),
  }
}

/** The choices by one law that open the same. Versions may differ: a newer one that does the same will do. */
function alike(choices: readonly Choice[], law: string | undefined, opens: string | undefined): Choice[] {
  return choices.filter(({ identity, opens: left }) => identity?.name === law && (left && opened(left)) === opens)
}

function textOf(line: Expression): string | undefined {
  try {
    return toText(line, { limit: longestResult })
  } catch (thrown) {
    if (problemOf(thrown)?.code === 'limit-exceeded') return undefined
    throw thrown
  }
}

/** The draft after a move. @throws `value` for one that cannot be made there; what the strategy throws */
export function makeMove(draft: Draft, move: Move): Draft {
  if (move.kind === 'strategy') return advance(cutAfter(draft, move.at), move.lines)
  const line = lineAt(draft, move.at)
  const node = line && nodeAt(line, move.path)
  if (node === undefined) return fail('value', 'Expected a move at a line that is there; the lines before it changed.')
  const law = move.law?.slice(0, move.law.lastIndexOf('@'))
  const choices = alike(applicable(draft, move.at, node), law, move.opens)
  const choice =
    choices.find(({ line }) => move.result !== undefined && textOf(line) === move.result) ?? choices[move.nth]
  if (choice === undefined) return fail('value', `Expected "${move.law ?? move.opens}" to apply there; it does not.`)
  return apply(draft, move.at, choice)
}
