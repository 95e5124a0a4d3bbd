import type { Expression, Identity, Operator } from '@matrix-derive/core'
import { type ReadStatement, readStatement } from '@matrix-derive/language'
import { builtInOperators } from '@matrix-derive/operators'
import { declarationsOf } from './where.ts'

/** One statement of an identity, read. */
export interface Law extends ReadStatement {
  readonly text: string
  /** The metavariables that do not move: their differential is zero. */
  readonly constants: ReadonlySet<string>
}

/** Reads a statement under the conditions of `where`, which may be other ones than the identity's. */
export function readLaw(
  text: string,
  where: Readonly<Record<string, string>>,
  operators: readonly Operator[] = builtInOperators,
): Law {
  const { declarations, constants } = declarationsOf(where)
  return { ...readStatement(text, declarations, operators), text, constants }
}

export function lawsOf(identity: Identity, operators: readonly Operator[]): Law[] {
  return identity.statements.map(text => readLaw(text, identity.where, operators))
}

/** The names of the symbols that move. */
export function movingIn({ symbols, constants }: Law): string[] {
  return [...symbols.keys()].filter(name => !constants.has(name))
}

/** The name of a symbol. */
export const nameOf = (symbol: Expression): string => symbol.data!.name!
