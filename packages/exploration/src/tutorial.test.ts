import { toText } from '@matrix-derive/notation'
import { describe, expect, test } from 'vitest'
import { placedLines } from './lines.ts'
import { createVerdicts } from './proving.ts'
import { byHand, type Hand } from './testing/hand.ts'
import { examples, type Step } from './testing/tutorial.ts'

function make(hand: Hand, steps: readonly Step[]): void {
  for (const [where, law, line, from] of steps) {
    if (from !== undefined) hand.goTo({ block: 0, line: from })
    hand.use(law, where, line)
    expect(hand.line()).toBe(line)
  }
}

describe.each(examples.map(example => [example.title, example] as const))(
  'example %s of the tutorial, by hand',
  (_, { steps, title: __, ...asking }) => {
    test('goes by the identities of the tutorial, each of which is offered where it is used', () => {
      const hand = byHand(asking)
      make(hand, steps)
      expect(hand.look().tab.document.branches).toHaveLength(1)
    })

    test('ends where the strategy ends', () => {
      const hand = byHand(asking)
      make(hand, steps)
      hand.do({ kind: 'finish' })
      expect(hand.look().complete).toBe(true)
      expect(hand.answers()).toEqual(byHand(asking, 'strategy').answers())
    })

    test('is proved line by line', async () => {
      const hand = byHand(asking)
      make(hand, steps)
      const { solution, draft } = hand.look()
      const known = createVerdicts()
      for await (const _ of known.prove(solution.derivation, draft.request.store));
      const verdicts = [...placedLines(draft)].map(({ part }) => known.of(part)?.verdict)
      expect(verdicts).toEqual(verdicts.map(() => 'proved'))
    })
  },
)

test('the hints of the strategy, taken one after the other, are its derivation', () => {
  for (const { title: _, steps: __, ...asking } of examples) {
    const hand = byHand(asking)
    const whole = byHand(asking, 'strategy')
    for (let hint = hand.explorer.hint(hand.session); hint; hint = hand.explorer.hint(hand.session)) {
      hand.do({ kind: 'advance' })
      expect(hand.line()).toBe(toText(hint.line))
    }
    const lines = ({ look }: typeof hand) => [...placedLines(look().draft)].map(({ right }) => toText(right))
    expect(lines(hand)).toEqual(lines(whole))
  }
})
