import type { Expression } from '../expression/expression.ts'
import { differential } from '../expression/linear.ts'
import type { Store } from '../expression/store.ts'
import { termsOf } from '../expression/sum.ts'
import { definitionOf, isNamed } from '../expression/symbols.ts'
import { type LinearForm, linearForm } from './linear-form.ts'
import type { Block } from './step.ts'

// What the strategy has to know of lines that were written before it came.

/** What was derived by before the lines of a block: nothing for df, x for ∂f/∂x and all that is made of it. */
export function pathOf({ left }: Block): readonly Expression[] {
  if (left.kind === 'derivative' || left.kind === 'gradient') return left.by
  return (left.kind === 'differential' && left.gradient?.by) || []
}

/** Whether one path goes on from another one, or is the same. */
export function leadsTo(path: readonly Expression[], longer: readonly Expression[]): boolean {
  return path.every((variable, i) => variable === longer[i])
}

const isPath = (a: readonly Expression[], b: readonly Expression[]) => a.length === b.length && leadsTo(a, b)

/** Lines that are there already, by what they are about. */
export interface Begun {
  /** The differential of f, or of what has been derived along the path. */
  differentials(path: readonly Expression[]): Block[]
  derivative(by: readonly Expression[]): Block | undefined
  gradient(by: readonly Expression[]): Block | undefined
}

export function begunIn(blocks: readonly Block[]): Begun {
  const about = (kind: Block['left']['kind'], path: readonly Expression[]) =>
    blocks.filter(block => block.left.kind === kind && isPath(pathOf(block), path))
  return {
    differentials: path => about('differential', path),
    derivative: by => about('derivative', by)[0],
    gradient: by => about('gradient', by)[0],
  }
}

/** Every name that the lines introduce. */
export function introducedIn(blocks: readonly Block[]): Expression[] {
  return blocks.flatMap(({ steps }) => steps.flatMap(({ introduces = [] }) => introduces))
}

/** What can be read off where lines stand in linear form: of one term for each variable. */
export function formsIn(
  store: Store,
  blocks: readonly Block[],
  variables: ReadonlySet<Expression>,
): Map<Expression, LinearForm> {
  const forms = new Map<Expression, LinearForm>()
  for (const { left, end } of blocks) {
    if (left.kind === 'differential' && left.of !== undefined) continue
    for (const term of termsOf(end)) {
      const form = linearForm(store, term)
      if (form !== undefined && variables.has(form.by)) forms.set(form.by, form)
    }
  }
  return forms
}

/** The differentials of intermediates that were found in blocks of their own. */
export function knownIn(blocks: readonly Block[]): Map<Expression, Expression> {
  const known = new Map<Expression, Expression>()
  for (const { left, end } of blocks) {
    if (left.kind === 'differential' && left.of !== undefined && left.form !== 'term') known.set(left.of, end)
  }
  return known
}

/** The names that were opened, by what stands under d(.) since then: d(y) became d of the definition of y. */
export function openedIn(store: Store, { steps }: Block): Map<Expression, Expression> {
  const opened = new Map<Expression, Expression>()
  for (const { from, to } of steps) {
    for (const [i, { operands }] of from.entries()) {
      const [name] = operands
      if (name === undefined || !isNamed(name)) continue
      if (to[i] === differential(store, definitionOf(name))) opened.set(definitionOf(name), name)
    }
  }
  return opened
}
