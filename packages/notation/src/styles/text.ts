import { Precedence } from '@matrix-derive/core'
import { atom, type Look, type Piece } from '../piece.ts'
import { type Style, signed } from '../style.ts'

/** Terms with their signs between them, which all line-bound styles share. */
export function writeTerms(style: Style, [first, ...rest]: readonly Piece[]): string {
  let text = signed(style, first)
  for (const term of rest) text += term.negative ? ` - ${term.text}` : ` + ${term.text}`
  return text
}

/**
 * Factors without a sign; `between` writes what stands between two of them, which differs beside words. A number needs no
 * space before what it counts, but before a function it has one: 2 tanh(x).
 */
export function writeFactors(
  factors: readonly Piece[],
  isWordy: (factor: Piece) => boolean,
  between: (spaced: boolean) => string,
): string {
  let text = factors[0].text
  for (let i = 1; i < factors.length; i++) {
    const [before, factor] = [factors[i - 1], factors[i]]
    const besideWord = isWordy(factor) || (isWordy(before) && factor.look !== 'bracket')
    text += between(besideWord && (before.look !== 'number' || factor.look === 'call')) + factor.text
  }
  return text
}

const exponentLooks: ReadonlySet<Look> = new Set<Look>(['number', 'letter', 'word'])

/** Whether an exponent needs no brackets: a number, with its sign, or a name. */
export function isPlainExponent({ look, level, negative }: Piece): boolean {
  return exponentLooks.has(look) && level === Precedence.atom && (!negative || look === 'number')
}

/** The input language. What it writes is read back as the same node. */
export const textStyle: Style = {
  column: 'text',
  stacksMarks: true,
  stacksFractions: false,
  inverseTransposed: undefined,
  entrywiseQuotient: './',
  symbol: name => atom(name, 'word'),
  number: digits => digits,
  bracket: text => `(${text})`,
  delimited: (open, text, close) => `${open}${text}${close}`,
  negate: text => `-${text}`,
  sum: terms => writeTerms(textStyle, terms),
  product: factors => factors.map(({ text }) => text).join('*'),
  infix: (first, rest) => rest.reduce((text, next) => `${text} ${next.sign} ${next.text}`, first),
  mark: (operand, mark) => operand + mark,
  power(base, exponent, entrywise) {
    const raised = signed(textStyle, exponent)
    return `${base}${entrywise ? '.^' : '^'}${isPlainExponent(exponent) ? raised : `(${raised})`}`
  },
  fraction: (numerator, denominator) => `${numerator}/${denominator}`,
  call: (name, _given, operands) =>
    atom(`${name}(${operands.map(operand => signed(textStyle, operand)).join(', ')})`, 'call'),
  differential: operand => atom(`d(${signed(textStyle, operand)})`, 'call'),
  eye: size => atom(size === undefined ? 'eye' : `eye(${size})`, 'word'),
  ones: ({ rows, cols }) => atom(cols === '1' ? `ones(${rows})` : `ones(${rows},${cols})`, 'call'),
  zeros: ({ rows, cols }) => atom(`zeros(${rows},${cols})`, 'call'),
  sizelessOnes: ({ cols }) => atom(cols === '1' ? 'vector(1)' : 'matrix(1)', 'call'),
  commutation: ({ rows, cols }) => atom(`commutation(${rows},${cols})`, 'call'),
  series: (index, limit, term) =>
    atom(`sum(${index.text} in 1..${signed(textStyle, limit)}, ${signed(textStyle, term)})`, 'call'),
  member: (family, index) =>
    atom(`${typeof family === 'string' ? family : family.text}[${signed(textStyle, index)}]`, 'call'),
  members: (first, last, down) => atom(`[${[first.text, '...', last.text].join(down ? '; ' : ', ')}]`, 'call'),
  triangular: (name, size) => atom(`${name}(${size})`, 'call'),
  frechet: (name, operands) =>
    atom(`frechet(${[name, ...operands.map(operand => signed(textStyle, operand))].join(', ')})`, 'call'),
}
