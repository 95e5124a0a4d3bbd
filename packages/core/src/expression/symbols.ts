import { fail } from '../error.ts'
import type { Expression } from './expression.ts'
import { closeFacts, type Facts } from './facts.ts'
import { defineOperator } from './operator.ts'
import type { Shape } from './shape.ts'
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
  notation: own,
  // The evaluator hands a name's definition over as its only operand.
  evaluate: (_algebra, [definition]) => definition,
})

/** The symbol of this name. One name has one shape and one set of facts in a program. */
export function symbol(store: Store, name: string, shape: Shape, facts: Facts = 0): Expression {
  return store.intern(symbolOperator, [], { key: name, name, shape, facts: closeFacts(facts) })
}

/** The intermediate of this name. Two texts read about one program may define one name differently: those are two. */
export function named(store: Store, name: string, definition: Expression): Expression {
  return store.intern(nameOperator, [], { key: `${name} ${definition.id}`, name, definition })
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
