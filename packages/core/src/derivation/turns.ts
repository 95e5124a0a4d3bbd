import { isZeroExpression } from '../expression/constants.ts'
import type { Expression } from '../expression/expression.ts'
import { holdsDifferential, vec } from '../expression/linear.ts'
import { isMatrix, sameShape } from '../expression/shape.ts'
import { termsOf } from '../expression/sum.ts'
import { dependsOnLayout } from '../identity/layout.ts'
import { pathOf } from './begun.ts'
import type { Choice } from './choice.ts'
import { columnOf, firstLine } from './derive.ts'
import { awaitsStructure, type Draft, functionAt, structuredBy, variablesAfter } from './draft.ts'
import { pick } from './expand.ts'
import { freeVariables } from './free-variables.ts'
import { factorMatrix, type LinearForm, linearForm } from './linear-form.ts'
import { isConverted, numeratorShape, readOff } from './read-off.ts'
import type { Block, Gradient } from './step.ts'
import { withStructure } from './structured.ts'
import type { Work } from './work.ts'
import { withoutNames } from './written-out.ts'

const nothing = { conditions: [] } as const

/** What goes on from the last line of a block as a whole. */
export function turns(work: Work, draft: Draft, at: number): Choice[] {
  const block = draft.blocks[at]
  switch (block.left.kind) {
    case 'differential':
      return [...readings(work, draft, block), ...stackings(work, block)]
    case 'derivative':
      return [...conversions(work, draft, block), ...gradients(work, draft, block, block.left.by)]
    case 'gradient':
      return [openingOf(work, draft, block.end, block.left)]
    case 'definition':
      return []
  }
}

/** The derivatives that can be read off a line in linear form. */
function readings(work: Work, draft: Draft, block: Block): Choice[] {
  const { end, left } = block
  if (left.kind !== 'differential' || left.of !== undefined) return []
  const path = pathOf(block)
  const { variables } = left
  const f = functionAt(draft, path)
  const forms = formsOf(work, end)
  if (forms === undefined || forms.some(({ by }) => !variables.includes(by))) return []
  return variables.flatMap(variable => {
    const own = forms.filter(({ by }) => by === variable)
    const shape = numeratorShape({ of: f.shape, by: variable.shape })
    if (own.length > 1 || own.some(form => !sameShape(factorMatrix(work.store, form, shape).shape, shape))) return []
    const by = [...path, variable]
    const isLast = by.length === draft.request.order
    const known = isLast ? freeVariables(draft.request).own : undefined
    const { start, by: identity, left } = readOff(work, own[0], f, by, new Set(variables), known)
    return [{ identity: identity!, from: end, to: start, line: start, opens: left, ...nothing }]
  })
}

/** Each term in linear form; undefined as long as one is not. */
function formsOf({ store }: Work, line: Expression): LinearForm[] | undefined {
  const terms = termsOf(line).filter(term => !isZeroExpression(term))
  const forms = terms.map(term => linearForm(store, term))
  return forms.every(form => form !== undefined) ? forms : undefined
}

/** The equations of a matrix, stacked into one vector. */
function stackings({ store }: Work, { end, left }: Block): Choice[] {
  if (left.kind !== 'differential' || left.form === 'vec' || !isMatrix(end.shape) || !holdsDifferential(end)) return []
  const stacked = vec(store, end)
  return [{ from: end, to: stacked, line: stacked, opens: { ...left, form: 'vec' }, ...nothing }]
}

/** Names written out, and the layout that was asked for. */
function conversions(work: Work, draft: Draft, block: Block): Choice[] {
  const { layout, order } = draft.request
  const { end, left } = block
  const choices: Choice[] = []
  const unnamed = withoutNames(work, end)
  if (unnamed !== undefined && unnamed !== end) {
    choices.push({ identity: pick(work, 'definition', ['name']), from: end, to: unnamed, line: unnamed, ...nothing })
  }
  if (left.kind !== 'derivative' || left.by.length < order || !dependsOnLayout(left.by)) return choices
  if (isConverted(block, layout)) return choices
  const f = functionAt(draft, left.by.slice(0, -1))
  if (awaitsStructure(draft, block)) {
    const used = withStructure(work, draft.request.structure!, end, f.shape, structuredBy(draft.request, block)!)
    return [...choices, { ...used, line: used.to }]
  }
  const converted = layout.fromNumerator(work.store, end, { of: f.shape, by: left.by[order - 1].shape })
  if (converted !== end)
    choices.push({ identity: layout.identity, from: end, to: converted, line: converted, ...nothing })
  return choices
}

/** A derivative taken up for the next one: as a column, or where it is one already, at once under d. */
function gradients(work: Work, draft: Draft, { end }: Block, by: readonly Expression[]): Choice[] {
  if (by.length >= draft.request.order) return []
  const f = functionAt(draft, by.slice(0, -1))
  const { gradient, column, identity } = columnOf(work, draft.request, end, f.shape, by)
  if (column === end) return [openingOf(work, draft, end, gradient)]
  return [{ ...(identity && { identity }), from: end, to: column, line: column, opens: gradient, ...nothing }]
}

/** The first line about the differential of a derivative. */
function openingOf(work: Work, { request }: Draft, f: Expression, gradient: Gradient): Choice {
  const { left, start } = firstLine(work.store, f, variablesAfter(request, gradient.by), gradient)
  return { from: f, to: start, line: start, opens: left, ...nothing }
}
