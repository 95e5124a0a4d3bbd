import { fail } from '../error.ts'
import type { Expression } from './expression.ts'
import { closeFacts, type Facts, structures } from './facts.ts'
import { defineOperator } from './operator.ts'
import { isMatrix, type Shape } from './shape.ts'
import type { Store } from './store.ts'

const own = { form: 'own' } as const

/** A declared or inferred name: variable or constant, which one depends on what is differentiated by. */
export const symbolOperator = defineOperator({
  name: 'symbol',
  summary: 'a name',
  shape: (_, data) => data!.shape!,
  facts: (_, data) => data!.facts!,
  notation: own,
  evaluate: (_algebra, _operands, node) => fail('value', `Expected a value for ${node.data!.name}.`),
})

/**
 * A named intermediate: a leaf that stands for its definition. Rewriting sees only the name, which keeps
 * every line short; what needs the meaning looks into `data.definition`.
 */
export const nameOperator = defineOperator({
  name: 'name',
  summary: 'a named intermediate',
  shape: (_, data) => data!.definition!.shape,
  facts: (_, data) => data!.definition!.facts,
  certainty: ({ data }, known) => known(data!.definition!),
  notation: own,
  // The evaluator hands a name's definition over as its only operand; the numbers that are its own only tell names apart.
  evaluate: (_algebra, [definition]) => definition,
})

/** The symbol of this name. One name has one shape and one set of facts in a program. */
export function symbol(store: Store, name: string, shape: Shape, facts: Facts = 0): Expression {
  return store.intern(symbolOperator, [], { key: name, name, shape, facts: closeFacts(facts) })
}

/**
 * The symbol without its structure: any matrix of that name. Derivatives are taken by it, so that every entry moves on
 * its own; what comes out is about the symbol itself.
 */
export function freed(store: Store, symbol: Expression): Expression {
  const { data, shape, facts } = symbol
  if ((facts & structures) === 0 || !isMatrix(shape)) return symbol
  return store.intern(symbolOperator, [], { ...data!, key: `${data!.name} free`, facts: facts & ~structures })
}

/** The family without the structure of its members; see {@link freed}. */
export function freedFamily(store: Store, family: Expression): Expression {
  const { data } = family
  const { shape, facts } = data!.member!
  if ((facts & structures) === 0 || !isMatrix(shape)) return family
  const member = { ...data!.member!, facts: facts & ~structures }
  return store.intern(symbolOperator, [], { ...data!, key: `${data!.name} free`, member })
}

/**
 * The intermediate of this name. Two texts read about one program may define one name differently: those are two.
 * @param at the numbers that tell it from others of its family: h[i] has another definition than h[j]
 */
export function named(store: Store, name: string, definition: Expression, at: readonly Expression[] = []): Expression {
  return store.intern(nameOperator, at, { key: `${name} ${definition.id}`, name, definition })
}

export function isSymbol(expression: Expression): boolean {
  return expression.operator === symbolOperator
}

export function isNamed(expression: Expression): boolean {
  return expression.operator === nameOperator
}

/** What a named intermediate stands for; any other expression stands for itself. */
export function definitionOf(expression: Expression): Expression {
  return expression.data?.definition ?? expression
}
