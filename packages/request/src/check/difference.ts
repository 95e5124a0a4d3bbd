import {
  createBudget,
  dependsOnLayout,
  type Expression,
  minusOne,
  readable,
  sameShape,
  scale,
  spelledOut,
  sum,
  textbookForm,
} from '@matrix-derive/core'
import type { Solution, SolvingOptions } from '../solution.ts'

/** What has to be added to a claim. */
export interface Difference {
  readonly expression: Expression
  /** The layout in which the claim would be the derivative then, where that is not the one asked for. */
  readonly layout?: string
}

/**
 * The derivative less the claim, in textbook form; undefined where that says no more than the derivative, because it is as
 * long, and where no layout has the shape of the claim. A term that was forgotten, or has another number or sign, is all
 * that is left of the two.
 * @throws `limit-exceeded`, `cancelled`
 */
export function differenceFrom(
  { program, derivation }: Solution,
  claim: Expression,
  { registry, limits, signal }: SolvingOptions,
): Difference | undefined {
  const { store } = program.scope
  const { layout, expression: f } = derivation
  const [{ variable, by, expression: answer }] = derivation.answers
  const pair = { of: f.shape, by: variable.shape }
  const others = dependsOnLayout(by) ? registry.layouts.filter(({ name }) => name !== layout.name) : []
  const forms = [
    { expression: answer },
    ...others.map(other => ({
      layout: other.name,
      expression: other.fromNumerator(store, layout.toNumerator(store, answer, pair), pair),
    })),
  ]
  const form = forms.find(({ expression }) => sameShape(expression.shape, claim.shape))
  const writtenOut = (expression: Expression) => spelledOut(store, expression, readable.withoutNames)
  const [expected, claimed] = [form && writtenOut(form.expression), writtenOut(claim)]
  if (form === undefined || expected === undefined || claimed === undefined) return undefined
  const budget = createBudget(limits, signal)
  const simplest = (expression: Expression) => textbookForm({ registry, store, expression, budget }).expression
  const difference = simplest(sum(store, [expected, scale(store, minusOne, claimed)]))
  return difference.cost < simplest(expected).cost ? { ...form, expression: difference } : undefined
}
