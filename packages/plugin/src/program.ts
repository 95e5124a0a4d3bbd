import {
  type Algebra,
  createStore,
  type Dimension,
  dimensionParts,
  dimensionSize,
  type Expression,
  isName,
  type Operator,
  parseSignature,
  reachable,
  type Shape,
  type Store,
  symbol,
  unit,
} from '@matrix-derive/core'
import { readStatement } from '@matrix-derive/language'
import { builtInOperators } from '@matrix-derive/operators'

/** What an operator computes, as an expression in its operands. */
export interface Program {
  readonly expression: Expression
  readonly operands: readonly Expression[]
}

/**
 * Reads what an operator computes: a program of the language in the names of its operands.
 * @param signature the kinds of the operands, such as `matrix(n), vector(n) -> scalar`
 * @throws what reading the program throws
 */
export function readOperatorProgram(
  text: string,
  names: readonly string[],
  signature: string,
  more: readonly Operator[] = [],
): Program {
  const { operands: shapes } = parseSignature(signature)
  const where = Object.fromEntries(names.map((name, i) => [name, declarationOf(shapes[i])]))
  const store: Store = createStore()
  const { left, symbols } = readStatement(`${text} -> ${text}`, where, [...builtInOperators, ...more], store)
  return { expression: left, operands: names.map((name, i) => symbols.get(name) ?? symbol(store, name, shapes[i])) }
}

const declarationOf = ({ rows, cols }: Shape) => (rows === unit && cols === unit ? 'scalar' : `matrix(${rows},${cols})`)

/** An evaluation, in any algebra, that does what a program says. The program is read when there is something to evaluate. */
export function evaluationOf(program: () => Program): Operator['evaluate'] {
  return <M>(algebra: Algebra<M>, values: readonly M[]): M => {
    const { expression, operands } = program()
    const size = sizesOf(algebra, operands, values)
    const results = new Map<Expression, M>(operands.map((operand, i) => [operand, values[i]]))
    for (const node of reachable([expression])) {
      if (results.has(node)) continue
      const below = node.operands.map(operand => results.get(operand)!)
      results.set(node, node.operator.evaluate(algebra, below, node, size))
    }
    return results.get(expression)!
  }
}

/** How large the dimensions are that the operands' shapes name. */
function sizesOf<M>(
  algebra: Algebra<M>,
  operands: readonly Expression[],
  values: readonly M[],
): (dimension: Dimension) => number {
  const sizes = new Map<string, number>()
  for (const [i, { shape }] of operands.entries()) {
    bind(shape.rows, algebra.rows(values[i]), sizes)
    bind(shape.cols, algebra.cols(values[i]), sizes)
  }
  return dimension => dimensionSize(dimension, name => sizes.get(name) ?? 1)
}

/** A dimension that is one name, or a multiple of one, tells how large that is. */
function bind(dimension: Dimension, size: number, sizes: Map<string, number>): void {
  const { factor, names } = dimensionParts(dimension)
  if (names.length === 1 && isName(names[0])) sizes.set(names[0], size / factor)
}
