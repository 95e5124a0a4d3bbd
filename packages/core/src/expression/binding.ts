import { fail } from '../error.ts'
import type { Data, Expression } from './expression.ts'
import type { Operator } from './operator.ts'

// Bound indices are numbered so that expressions that differ only in what their indices are called are one object: the
// number, the level, of a sum's index is how many sums are nested in its term at the deepest (E. Axelsson and
// K. Claessen, Using Circular Programs for Higher-Order Syntax, ICFP 2013). Inside of the term no sum then has that number, so
// putting something in the place of the index, or of anything else, captures nothing.

/** Levels are bits of a machine integer. */
export const mostLevels = 31

/** The levels, as bits, of the indices that occur below a node and that nothing below it binds. */
export function freeLevels(operator: Operator, operands: readonly Expression[], data: Data | undefined): number {
  let free = data?.level === undefined ? (data?.definition?.free ?? 0) : 1 << data.level
  for (const operand of operands) free |= operand.free
  return operator.binds ? free & ~operands[0].free : free
}

/** One more than the highest level that is bound at the node or below it; 0 where nothing is. */
export function heightOf(operator: Operator, operands: readonly Expression[], data: Data | undefined): number {
  let height = data?.definition?.height ?? 0
  for (const operand of operands) height = Math.max(height, operand.height)
  return operator.binds ? Math.max(height, levelOf(operands[0]) + 1) : height
}

/** The level of an index. */
export function levelOf(index: Expression): number {
  return index.data!.level!
}

/** The first level from `from` on that is not among the bits. @throws `limit-exceeded` */
export function levelFrom(from: number, taken: number): number {
  for (let level = from; level < mostLevels; level++) if ((taken & (1 << level)) === 0) return level
  return failTooDeep()
}

/** A level above everything in the expression, for the time while another one is looked for. @throws `limit-exceeded` */
export function levelAbove({ free, height }: Expression): number {
  for (let level = mostLevels - 1; level >= height; level--) if ((free & (1 << level)) === 0) return level
  return failTooDeep()
}

function failTooDeep(): never {
  return fail('limit-exceeded', `Expected at most ${mostLevels - 1} sums inside of one another; write fewer.`)
}
