import { requireProblem } from '../error.ts'
import type { Expression } from '../expression/expression.ts'
import type { Facts } from '../expression/facts.ts'
import { createStore } from '../expression/store.ts'
import { symbol } from '../expression/symbols.ts'

/** Names of the shapes that tests need most, in a store of their own. */
export function createSymbols() {
  const store = createStore()
  const matrix = (name: string, rows: string, cols: string, facts: Facts = 0) =>
    symbol(store, name, { rows, cols }, facts)
  const scalar = (name: string) => matrix(name, '1', '1')
  return {
    store,
    matrix,
    scalar,
    A: matrix('A', 'm', 'n'),
    B: matrix('B', 'n', 'p'),
    X: matrix('X', 'n', 'n'),
    Y: matrix('Y', 'n', 'n'),
    x: matrix('x', 'n', '1'),
    y: matrix('y', 'n', '1'),
    a: scalar('a'),
    b: scalar('b'),
  }
}

/** The expression written as nested calls: the shortest way for a test to see what is in it. */
export function show(expression: Expression): string {
  const { operator, operands, data } = expression
  const head = data?.name ?? (operator.name === 'number' ? data!.key : operator.name)
  const sizes = data?.shape !== undefined && data.name === undefined ? `[${data.key}]` : ''
  return operands.length === 0 ? head + sizes : `${head}${sizes}(${operands.map(show).join(' ')})`
}

/** The code of the problem that running this ends with; undefined where it ends well. */
export function codeOf(run: () => unknown): string | undefined {
  try {
    run()
  } catch (thrown) {
    const problem = requireProblem(thrown)
    return problem.code
  }
  return undefined
}
