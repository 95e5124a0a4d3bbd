import { zeros } from '../expression/constants.ts'
import type { Expression } from '../expression/expression.ts'
import { kindOf, type Shape, sameShape, shapeSize, transposedShape } from '../expression/shape.ts'
import { replace } from '../expression/walk.ts'
import type { Identity } from '../identity/identity.ts'
import { type DerivativePair, type Layout, layoutCase } from '../identity/layout.ts'
import type { Aim } from './aim.ts'
import { pick } from './expand.ts'
import { runsOfOneIdentity, stepOf } from './line.ts'
import { factorMatrix } from './linear-form.ts'
import type { Simplifier } from './simplify.ts'
import type { Block } from './step.ts'
import type { Change, Work } from './work.ts'
import { withoutNames } from './written-out.ts'

/** Reads a derivative off its term, brings it to the layout where one is asked for, and to textbook form. */
export function readOff(
  work: Work,
  simplifier: Simplifier,
  aim: Aim,
  f: Expression,
  by: readonly Expression[],
  blocks: Block[],
  layout?: Layout,
): Expression {
  const { store } = work
  const variable = by[by.length - 1]
  const pair = { of: f.shape, by: variable.shape }
  const shape = numeratorShape(pair)
  const form = aim.found.get(variable)
  const start = form === undefined ? zeros(store, shape) : factorMatrix(store, form, shape)
  if (!sameShape(start.shape, shape)) throw new Error('What was read off does not have the shape of the derivative.')
  const identity = pick(work, 'identify', identifyHeadings(pair, aim))
  const block: Block = { left: { kind: 'derivative', by }, start, by: identity, steps: [], end: start }
  blocks.push(block)
  const unnamed = withoutNames(work, start)
  if (unnamed !== undefined) advance(work, block, [change(pick(work, 'definition', ['name']), start, unnamed)], unnamed)
  if (layout !== undefined) {
    const converted = layout.fromNumerator(store, block.end, pair)
    advance(work, block, [change(layout.identity, block.end, converted)], converted)
  }
  return simplifyBlock(work, simplifier, block)
}

function change(identity: Identity, from: Expression, to: Expression): Change {
  return { identity, from, to, conditions: [] }
}

/** Adds a step to the end of a block, where it changes anything. */
function advance(work: Work, block: Block, changes: readonly Change[], after: Expression): void {
  work.budget.spend()
  if (after === block.end) return
  block.steps.push(stepOf(changes, block.end, after, false))
  block.end = after
}

/** Simplifies the last line of a block; gives what becomes of it. */
export function simplifyBlock(work: Work, simplifier: Simplifier, block: Block): Expression {
  for (const run of runsOfOneIdentity(simplifier.changes(block.end))) {
    const after = run.reduce((result, { from, to }) => replace(work.store, result, from, to), block.end)
    advance(work, block, run, after)
  }
  return block.end
}

/** The shape of a derivative in numerator layout. */
export function numeratorShape({ of, by }: DerivativePair): Shape {
  const [f, x] = [kindOf(of), kindOf(by)]
  if (f === 'scalar' && x === 'matrix') return transposedShape(by)
  if (f === 'matrix' && x === 'scalar') return of
  return { rows: shapeSize(of), cols: shapeSize(by) }
}

/** Which identification rules to look for: those of several variables first where there are several. */
function identifyHeadings(pair: DerivativePair, aim: Aim): string[] {
  const single = layoutCase(kindOf(pair.of), kindOf(pair.by))
  if (aim.variables.size === 1) return [single]
  const f = kindOf(pair.of) === 'row vector' ? 'vector' : kindOf(pair.of)
  const onlyScalars = [...aim.variables].every(variable => kindOf(variable.shape) === 'scalar')
  return [...(onlyScalars ? [`${f} by scalars`] : []), `${f} by several`, single]
}
