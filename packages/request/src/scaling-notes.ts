import {
  type Expression,
  isMatrix,
  isScalar,
  isSymbol,
  reachable,
  sameShape,
  throughNames,
  transposedShape,
} from '@matrix-derive/core'
import type { ReadProgram } from '@matrix-derive/language'

/**
 * For each name that was taken for a matrix, being a capital, although all that it does is to make a matrix of f: the N of
 * N/2*logdet(C) is a number more often. By numbers a matrix is as good as any f.
 */
export function scalingNotes(
  { expression, assumptions }: Pick<ReadProgram, 'expression' | 'assumptions'>,
  variables: readonly Expression[],
  functionName: string,
): string[] {
  if (variables.every(({ shape }) => isScalar(shape))) return []
  const inferred = new Set(assumptions.map(({ name }) => name))
  const symbols = reachable([expression], throughNames).filter(isSymbol)
  const sizesOf = ({ shape }: Expression) => [shape.rows, shape.cols]
  return symbols.flatMap(symbol => {
    const { shape, data } = symbol
    const name = data!.name!
    const hasShape = [shape, transposedShape(shape)].some(each => sameShape(each, expression.shape))
    if (!inferred.has(name) || variables.includes(symbol) || !isMatrix(shape) || !hasShape) return []
    const others = symbols.filter(other => other !== symbol).flatMap(sizesOf)
    if (sizesOf(symbol).some(size => others.includes(size))) return []
    return [
      `Read ${name} as a matrix, so that ${functionName} is one. If ${name} is a number, declare "${name}: scalar".`,
    ]
  })
}
