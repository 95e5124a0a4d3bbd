import {
  type Answer,
  advance,
  answersOf,
  applicable,
  apply,
  beginDraft,
  draftedDerivation,
  isComplete,
  lineAt,
} from '@matrix-derive/core'
import { standardRegistry } from '@matrix-derive/standard'
import { proveDerivation } from '@matrix-derive/verify/derivation'
import { expect, it } from 'vitest'
import { derivationOf, questionOf } from './solution.ts'

const registry = standardRegistry()
const request = {
  expression: "tr(A*X')",
  wrt: 'X',
  variables: { X: 'symmetric(n)' },
  structure: 'projected',
  layout: 'denominator',
} as const

it('goes by hand where the strategy goes, structure included', async () => {
  const { asked, program } = questionOf(request, { registry })
  const all = advance(beginDraft(asked))
  expect(isComplete(all)).toBe(true)
  const { derivation } = derivationOf(request, { registry })
  const written = (answers: readonly Answer[]) => answers.map(({ expression }) => expression.cost)
  expect(written(answersOf(all))).toEqual(written(derivation.answers))
  const drafted = draftedDerivation(all)
  const proof = await proveDerivation(drafted, { store: program.scope.store, steps: true })
  expect(proof.counts).toMatchObject({ agrees: 0, unchecked: 0 })
  // Two equations hold of the answer: nothing is sure beyond what both are.
  for (const part of drafted.answers) {
    expect(proof.of(part)!.errorBound).toBeGreaterThan(0)
    expect(proof.of(part)!.errorBound).toBeLessThan(1e-11)
  }
})

it('offers the structure before the layout, and is complete only after both', () => {
  const { asked } = questionOf(request, { registry })
  const all = advance(beginDraft(asked))
  const block = all.blocks.findIndex(({ left }) => left.kind === 'derivative')
  const start = { block, line: 0 }
  const cut = {
    ...all,
    blocks: all.blocks.map((each, i) => (i === block ? { ...each, steps: [], end: each.start } : each)),
  }
  expect(isComplete(cut)).toBe(false)
  const choices = applicable(cut, start, lineAt(cut, start)!)
  const names = choices.map(({ identity }) => identity?.name)
  expect(names).toContain('structure-projected-symmetric')
  expect(names).not.toContain('layout-denominator')
  const next = apply(cut, start, choices.find(({ identity }) => identity?.name === 'structure-projected-symmetric')!)
  const after = { block, line: 1 }
  const then = applicable(next, after, lineAt(next, after)!).map(({ identity }) => identity?.name)
  expect(then).toContain('layout-denominator')
})
