import {
  type Answer,
  differential,
  type Expression,
  isNamed,
  type Left,
  reachable,
  type Shape,
  throughNames,
} from '@matrix-derive/core'
import {
  addressedMathmlStyle,
  createPrinter,
  latexStyle,
  mathml,
  type Style,
  shapeToLatex,
  shapeToUnicode,
  textStyle,
  unicodeStyle,
} from '@matrix-derive/notation'
import { derivativeNames } from './derivative-names.ts'
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
  /** Two written sides with the equals sign between them. */
  equation(left: string, right: string): string
  /** What becomes of the differential of a variable: `dX ↦ dX·A`. */
  mapsTo(variable: Expression, map: Expression): string
  /** The terms of a line that has too many to write out. */
  partOfLine(expression: Expression): string
  /** `p×n` */
  shape(shape: Shape): string
}

/** `mathml` marks each subexpression with the `id` of its node. */
export type WritingName = 'text' | 'unicode' | 'latex' | 'mathml'

/** What the languages differ in, besides the expressions. */
export interface Signs {
  readonly style: Style
  readonly shape: (shape: Shape) => string
  readonly d: string
  readonly partial: string
  readonly nabla: string
  readonly power: (written: string, exponent: number) => string
  readonly transposed: (written: string) => string
  readonly bracket: (written: string) => string
  readonly equation: (left: string, right: string) => string
  readonly mapsTo: (left: string, right: string) => string
  /** Some terms of a longer sum; whether they begin with a minus is for the language to see. */
  readonly among: (terms: string) => string
  readonly name: (name: string) => string
  readonly apply: (name: string, inner: string) => string
  readonly call: (name: string, operands: readonly string[]) => string
  readonly quotient: (above: string, below: string) => string
}

const among = (dots: string) => (terms: string) =>
  `${dots} ${terms.startsWith('-') ? `- ${terms.slice(1)}` : `+ ${terms}`} + ${dots}`

const plain = {
  shape: shapeToUnicode,
  d: 'd',
  partial: '∂',
  nabla: '∇',
  power: (written: string, exponent: number) =>
    written + String(exponent).replace(/\d/g, digit => '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(digit)]),
  bracket: (written: string) => `(${written})`,
  equation: (left: string, right: string) => `${left} = ${right}`,
  mapsTo: (left: string, right: string) => `${left} ↦ ${right}`,
  among: among('…'),
  name: (name: string) => name,
  apply: (name: string, inner: string) => `${name}(${inner})`,
  call: (name: string, operands: readonly string[]) => `${name}(${operands.join(', ')})`,
  quotient: (above: string, below: string) => `${above}/${below}`,
}

const signs: Readonly<Record<WritingName, Signs>> = {
  text: { ...plain, style: textStyle, transposed: written => `${written}'` },
  unicode: { ...plain, style: unicodeStyle, transposed: written => `${written}ᵀ` },
  latex: {
    ...plain,
    style: latexStyle,
    shape: shapeToLatex,
    d: '\\mathrm{d}',
    partial: '\\partial ',
    nabla: '\\nabla ',
    power: (written, exponent) => `${written}^{${exponent}}`,
    transposed: written => `${written}^{\\top}`,
    mapsTo: (left, right) => `${left} \\mapsto ${right}`,
    among: among('\\cdots'),
    name: name => name.replaceAll('_', '\\_'),
    apply: (name, inner) => `\\operatorname{${name}}(${inner})`,
    quotient: (above, below) => `\\frac{${above}}{${below}}`,
  },
  mathml: mathmlSigns(),
}

function mathmlSigns(): Signs {
  const { bracket, negate } = mathml.mathmlStyle
  const sign = (text: string) => mathml.element('mo', text)
  const call = (name: string, operands: readonly string[]) =>
    `<mrow>${name}${sign('\u2061')}${bracket(operands.join(sign(',')), false)}</mrow>`
  const minus = negate('')
  return {
    style: addressedMathmlStyle,
    shape: mathml.shapeToMathml,
    d: mathml.upright('d'),
    partial: mathml.element('mi', '∂'),
    nabla: mathml.upright('∇'),
    power: (written, exponent) => mathml.superscript(written, mathml.element('mn', String(exponent))),
    bracket: written => bracket(written, false),
    transposed: written => mathml.superscript(written, mathml.transposeSign),
    equation: (left, right) => left + sign('=') + right,
    mapsTo: (left, right) => left + sign('↦') + right,
    among: terms => {
      const before = new RegExp(`^(<mrow[^>]*>)*${minus}`).test(terms) ? '' : sign('+')
      return `${sign('⋯')}${before}${terms}${sign('+')}${sign('⋯')}`
    },
    name: mathml.nameToMathml,
    apply: (name, inner) => call(mathml.nameToMathml(name), [inner]),
    call,
    quotient: mathml.fraction,
  }
}

/** Writes a solution in one of the output languages, inverses as the program writes them. */
export function writingOf({ program, derivation, functionName }: Solution, language: WritingName): Writing {
  const sign = signs[language]
  const expression = createPrinter(sign.style, { inverse: program.style.inverse })
  const f = sign.name(functionName)
  const names = derivativeNames(sign, f, derivation, expression)
  return {
    expression,
    left(left) {
      switch (left.kind) {
        case 'definition':
          return expression(left.name)
        case 'gradient':
          return names.gradient(left)
        case 'derivative':
          return names.derivative(left.by)
        case 'differential': {
          if (left.form === 'term') return expression(left.of!)
          const of = left.of === undefined ? (left.gradient ? names.gradient(left.gradient) : f) : expression(left.of)
          if (left.form === 'vec') return sign.apply('vec', `${sign.d}${of}`)
          return left.form === 'transposed' ? sign.transposed(`${sign.d}${of}`) : `${sign.d}${of}`
        }
      }
    },
    call: variables => sign.call(f, variables.map(expression)),
    apply: sign.apply,
    equation: sign.equation,
    mapsTo: (variable, map) => sign.mapsTo(expression(differential(program.scope.store, variable)), expression(map)),
    shape: sign.shape,
    partOfLine: part => sign.among(expression(part)),
  }
}

const nobody: ReadonlySet<Expression> = new Set()

/**
 * The intermediates that an expression speaks of, each after those that it needs itself. Left out are those the reader
 * was told of, who then knows what they need as well: so each is visited once in a whole derivation.
 */
export function intermediatesOf(expression: Expression | readonly Expression[], told = nobody): Expression[] {
  const untold = (node: Expression) => (told.has(node) ? [] : throughNames(node))
  return reachable([expression].flat(), untold).filter(node => isNamed(node) && !told.has(node))
}

/** What an answer is written with: the derivative and, where it has one, its linear map. */
export function formulasOf({ expression, map }: Answer): Expression[] {
  return map === undefined ? [expression] : [expression, map]
}

/** `y = W*x + b` */
export function definitionText(name: Expression, writing: Writing): string {
  return writing.equation(writing.expression(name), writing.expression(name.data!.definition!))
}
