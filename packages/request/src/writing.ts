import {
  type Expression,
  isNamed,
  isScalar,
  kindOf,
  type Left,
  reachable,
  type Shape,
  throughNames,
} from '@matrix-derive/core'
import {
  createPrinter,
  latexStyle,
  type Style,
  shapeToLatex,
  shapeToUnicode,
  textStyle,
  unicodeStyle,
} from '@matrix-derive/notation'
import type { Solution } from './solution.ts'

/** How the parts of a derivation are written in one output language. */
export interface Writing {
  expression(expression: Expression): string
  /** What stands left of the equals signs: `df`, `∂f/∂X`. */
  left(left: Left): string
  /** The function at its variables: `f(X)`. */
  call(variables: readonly Expression[]): string
  /** The function of this name of something written: `abs(x)`. */
  apply(name: string, inner: string): string
  /** The terms of a line that has too many to write out. */
  partOfLine(expression: Expression): string
  /** `p×n` */
  shape(shape: Shape): string
}

export type WritingName = 'text' | 'unicode' | 'latex'

/** What the languages differ in, besides the expressions. */
interface Signs {
  readonly style: Style
  readonly shape: (shape: Shape) => string
  readonly d: string
  readonly partial: string
  readonly nabla: string
  readonly square: string
  readonly transposed: string
  readonly dots: string
  readonly name: (name: string) => string
  readonly apply: (name: string, inner: string) => string
  readonly quotient: (above: string, below: string) => string
}

const plain = {
  shape: shapeToUnicode,
  d: 'd',
  partial: '∂',
  nabla: '∇',
  square: '²',
  dots: '…',
  name: (name: string) => name,
  apply: (name: string, inner: string) => `${name}(${inner})`,
  quotient: (above: string, below: string) => `${above}/${below}`,
}

const signs: Readonly<Record<WritingName, Signs>> = {
  text: { ...plain, style: textStyle, transposed: "'" },
  unicode: { ...plain, style: unicodeStyle, transposed: 'ᵀ' },
  latex: {
    style: latexStyle,
    shape: shapeToLatex,
    d: '\\mathrm{d}',
    partial: '\\partial ',
    nabla: '\\nabla ',
    square: '^2',
    transposed: '^{\\top}',
    dots: '\\cdots',
    name: name => name.replaceAll('_', '\\_'),
    apply: (name, inner) => `\\operatorname{${name}}(${inner})`,
    quotient: (above, below) => `\\frac{${above}}{${below}}`,
  },
}

/** Writes a solution in one of the output languages, inverses as the program writes them. */
export function writingOf({ program, functionName }: Solution, language: WritingName): Writing {
  const sign = signs[language]
  const expression = createPrinter(sign.style, { inverse: program.style.inverse })
  const f = sign.name(functionName)
  return {
    expression,
    left(left) {
      switch (left.kind) {
        case 'definition':
          return expression(left.name)
        case 'gradient':
          return `${sign.nabla}${f}`
        case 'derivative':
          return derivative(sign, f, left.by, expression)
        case 'differential': {
          const of = left.of === undefined ? (left.order === 1 ? f : `${sign.nabla}${f}`) : expression(left.of)
          if (left.form === 'vec') return sign.apply('vec', `${sign.d}${of}`)
          return `${sign.d}${of}${left.form === 'transposed' ? sign.transposed : ''}`
        }
      }
    },
    call: variables => `${f}(${variables.map(expression).join(', ')})`,
    apply: sign.apply,
    shape: sign.shape,
    partOfLine(part) {
      const terms = expression(part)
      return `${sign.dots} ${terms.startsWith('-') ? `- ${terms.slice(1)}` : `+ ${terms}`} + ${sign.dots}`
    },
  }
}

/** ∂f/∂X; for the second derivative ∂²f/∂t², ∂²f/∂x∂x' or, by a matrix, ∂²f/∂vec(X)∂vec(X)'. */
function derivative(
  sign: Signs,
  f: string,
  by: readonly Expression[],
  write: (expression: Expression) => string,
): string {
  const [variable] = by
  const x = write(variable)
  if (by.length === 1) return sign.quotient(`${sign.partial}${f}`, `${sign.partial}${x}`)
  const above = `${sign.partial.trim()}${sign.square}${f}`
  if (isScalar(variable.shape)) return sign.quotient(above, `${sign.partial}${x}${sign.square}`)
  const stacked = kindOf(variable.shape) === 'matrix' ? sign.apply('vec', x) : x
  return sign.quotient(above, `${sign.partial}${stacked}${sign.partial}${stacked}${sign.transposed}`)
}

/** The intermediates that an expression speaks of, each after those that it needs itself. */
export function intermediatesOf(expression: Expression): Expression[] {
  return reachable([expression], throughNames).filter(isNamed)
}

/** `y = W*x + b` */
export function definitionText(name: Expression, writing: Writing): string {
  return `${writing.expression(name)} = ${writing.expression(name.data!.definition!)}`
}
