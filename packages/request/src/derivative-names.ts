import { type Derivation, type Expression, type Gradient, isScalar, kindOf } from '@matrix-derive/core'
import type { Signs } from './writing.ts'

/** How derivatives of f are called. */
export interface DerivativeNames {
  /** ∂f/∂X; ∂²f/∂x∂y' by x and then by y; ∂vec(∂²f/∂x∂x')/∂x' where fractions do not say it. */
  derivative(by: readonly Expression[]): string
  /** What the next derivative is taken of: ∇f, ∂f/∂t, vec((∂f/∂X)'). */
  gradient(gradient: Gradient): string
}

type Signature = Pick<Signs, 'partial' | 'nabla' | 'power' | 'transposed' | 'bracket' | 'apply' | 'quotient'>

export function derivativeNames(
  sign: Signature,
  f: string,
  { expression, variables }: Pick<Derivation, 'expression' | 'variables'>,
  write: (expression: Expression) => string,
): DerivativeNames {
  const { partial, quotient } = sign
  /** ∂x; ∂vec(X) of a matrix; a row where it is not the first that a derivative is by. */
  const change = (variable: Expression, isRow: boolean) => {
    const column = kindOf(variable.shape) === 'matrix' ? sign.apply('vec', write(variable)) : write(variable)
    return isRow && !isScalar(variable.shape) ? sign.transposed(partial + column) : partial + column
  }

  /** A scalar f may be derived by two vectors before its derivatives need stacking, any other by one. */
  const isFraction = (by: readonly Expression[]) =>
    by.slice(0, -1).filter(variable => !isScalar(variable.shape)).length <= (isScalar(expression.shape) ? 1 : 0)

  /** Below the line, where equal scalars are counted. */
  const below = (by: readonly Expression[]) => {
    const parts: string[] = []
    for (let i = 0; i < by.length; ) {
      let count = 1
      while (isScalar(by[i].shape) && by[i + count] === by[i]) count++
      const part = change(by[i], i > 0)
      parts.push(count === 1 ? part : sign.power(part, count))
      i += count
    }
    return parts.join('')
  }

  const derivative = (by: readonly Expression[]): string => {
    if (by.length === 1) return quotient(partial + f, partial + write(by[0]))
    if (isFraction(by)) return quotient(sign.power(partial.trim(), by.length) + f, below(by))
    const before = gradient({ kind: 'gradient', by: by.slice(0, -1), form: 'stacked' })
    return quotient(partial + before, change(by[by.length - 1], true))
  }

  const gradient = ({ by, form }: Gradient): string => {
    const inner = derivative(by)
    if (form === 'same') return inner
    if (by.length === 1 && variables.length === 1 && isScalar(expression.shape)) return sign.nabla + f
    // Hessians need no transposing.
    const isSymmetric = by.length === 2 && by[0] === by[1] && isScalar(expression.shape)
    const turned = isSymmetric ? inner : sign.transposed(sign.bracket(inner))
    return form === 'stacked' ? sign.apply('vec', turned) : turned
  }

  return { derivative, gradient }
}
