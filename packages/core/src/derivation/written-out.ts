import type { Expression } from '../expression/expression.ts'
import type { Store } from '../expression/store.ts'
import { definitionOf, isNamed } from '../expression/symbols.ts'
import { reachable, substitute, throughNames } from '../expression/walk.ts'
import { readable } from '../limits.ts'
import type { Work } from './work.ts'

/** An answer is written without the names of intermediates unless that is so many times longer than with them and their definitions. */
const mostRepetition = 1.5

/**
 * The expression with its intermediates written out, or undefined where there are none or it would be too long.
 * What became of each name is kept for the next answer: `false` where it alone is too long.
 */
export function withoutNames(work: Pick<Work, 'store' | 'written'>, expression: Expression): Expression | undefined {
  const names = reachable([expression], node => (work.written.has(node) ? [] : throughNames(node))).filter(isNamed)
  if (names.length === 0) return undefined
  for (const name of names) if (!work.written.has(name)) work.written.set(name, open(work, definitionOf(name)))
  const written = open(work, expression)
  if (written === false) return undefined
  const all = reachable([expression], throughNames).filter(isNamed)
  const withNames = all.reduce((cost, name) => cost + definitionOf(name).cost, expression.cost)
  return written.cost <= mostRepetition * withNames ? written : undefined
}

/**
 * The expression with the names that the derivation gave written out, and those of the program kept, or undefined where
 * there are none of the derivation or it would be too long.
 */
export function withGivenNames(
  { store, introduced }: Pick<Work, 'store' | 'introduced'>,
  expression: Expression,
): Expression | undefined {
  const written = spelledOut(store, expression, readable.abbreviated, name => introduced.has(name.data!.name!))
  return written === expression ? undefined : written
}

/**
 * The expression with names written out, wherever definitions have them, too: all, or those that are asked for.
 * @returns undefined where it or one of the definitions costs more than `longest`
 */
export function spelledOut(
  store: Store,
  expression: Expression,
  longest: number,
  isSpelled: (name: Expression) => boolean = () => true,
): Expression | undefined {
  const written = new Map<Expression, Expression | false>()
  for (const name of reachable([expression], throughNames).filter(node => isNamed(node) && isSpelled(node))) {
    const inner = open({ store, written }, definitionOf(name), longest)
    if (inner === false) return undefined
    written.set(name, inner)
  }
  return open({ store, written }, expression, longest) || undefined
}

/** An expression with the names in it that are known by now written out; false where that is too long. */
function open(
  { store, written }: Pick<Work, 'store' | 'written'>,
  expression: Expression,
  longest: number = readable.withoutNames,
): Expression | false {
  const meanings = new Map<Expression, Expression>()
  for (const name of reachable([expression]).filter(isNamed)) {
    const inner = written.get(name)
    if (inner === false) return false
    if (inner !== undefined) meanings.set(name, inner)
  }
  const result = substitute(store, expression, meanings)
  return result.cost <= longest ? result : false
}
