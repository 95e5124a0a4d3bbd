import { isScalar, type Problem, type StructureMode, shapeToText, termsOf } from '@matrix-derive/core'
import { toProgram } from '@matrix-derive/notation'
import { type ClaimCondition, type ClaimVerdict, type Convention, counterexampleText } from '@matrix-derive/verify'
import type { Solution } from '../solution.ts'
import type { Difference } from './difference.ts'

/** A verdict in one sentence. */
export function detailOf(
  { derivation, functionName, program }: Solution,
  verdict: ClaimVerdict,
  problem?: Problem,
  difference?: Difference,
): string {
  const { layout, answers } = derivation
  const [{ variable }] = answers
  const x = variable.data!.name!
  switch (verdict.verdict) {
    case 'equal':
      return isNeutral(derivation, verdict.layouts)
        ? 'The claim is right.'
        : `The claim is right in ${layout.name} layout.`
    case 'other-layout':
      return `The claim is right in ${listed(verdict.layouts, 'and')} layout, not in ${layout.name} layout.`
    case 'transposed':
      return transposes[verdict.transposed](functionName, x)
    case 'scaled': {
      const where = verdict.layout === undefined ? '' : ` in ${verdict.layout} layout`
      return `The claim is ${verdict.by} times the derivative${where}.`
    }
    case 'other-convention': {
      const where = verdict.conditions.length === 0 ? '' : `, supposing that ${conditionsText(verdict.conditions)}`
      return `The claim is ${conventions[verdict.convention](x)}${where}; expected is ${expected[derivation.structure](x)}.`
    }
    case 'conditional': {
      const conditions = conditionsText(verdict.conditions)
      if (verdict.layouts.includes(layout.name)) return `The claim is right only if ${conditions}.`
      return `The claim is right in ${listed(verdict.layouts, 'and')} layout, and only if ${conditions}.`
    }
    case 'wrong':
      return wrongText(verdict, problem, difference && differenceText(difference, program.style.inverse))
  }
}

function isNeutral({ answers }: Solution['derivation'], layouts: readonly string[]): boolean {
  return layouts.length > 1 && isScalar(answers[0].expression.shape)
}

const transposes: Readonly<Record<'derivative' | 'function' | 'variable' | 'both', (f: string, x: string) => string>> =
  {
    derivative: () => 'The claim is the transpose of the derivative, which no layout has.',
    function: f => `The claim is the derivative of ${f}', the transpose.`,
    variable: (_, x) => `The claim is the derivative by ${x}', the transpose.`,
    both: (f, x) => `The claim is the derivative of ${f}' by ${x}': the rows are stacked, not the columns.`,
  }

const plain = (): string => 'the plain gradient, all entries independent'

const conventions: Readonly<Record<Convention, (x: string) => string>> = {
  plain,
  projected: x => `the gradient projected to the structure of ${x}`,
  independent: x => `the derivative by the independent entries of ${x}`,
  directional: x => `another gradient with the same differential along the structure of ${x}`,
}

const expected: Readonly<Record<StructureMode, (x: string) => string>> = {
  ignore: plain,
  projected: conventions.projected,
  independent: conventions.independent,
}

/** `A is symmetric and m = n` */
export function conditionsText(conditions: readonly ClaimCondition[]): string {
  return listed(
    conditions.map(condition =>
      condition.kind === 'structure' ? `${condition.name} is ${condition.structure}` : condition.sizes.join(' = '),
    ),
    'and',
  )
}

/** What is missing from a claim, or too much. */
function differenceText({ expression, layout }: Difference, inverse: 'function' | 'power'): string {
  const text = toProgram(expression, { inverse })
  const where = layout === undefined ? '' : `in ${layout} layout, `
  const isTooMuch = text.startsWith('-') && termsOf(expression).length === 1
  const what = isTooMuch ? `${text.slice(1)} has to be taken from it` : `${text} has to be added to it`
  return `The claim is wrong: ${where}${what}.`
}

function wrongText(
  { expected, counterexample }: ClaimVerdict & { verdict: 'wrong' },
  problem?: Problem,
  difference = 'The claim is wrong.',
): string {
  const shapes = listed(expected.map(shapeToText), 'or')
  if (problem !== undefined) return `The claim is wrong: ${problem.message} The derivative is ${shapes}.`
  if (counterexample === undefined) return `The claim is wrong: its shape is not that of the derivative, ${shapes}.`
  return `${difference} ${counterexampleText(counterexample, ['the claim is', 'the derivative'])}`
}

function listed(items: readonly string[], word: string): string {
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} ${word} ${items[items.length - 1]}`
}
