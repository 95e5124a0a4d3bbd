import { type Dimension, dimensionParts, Precedence, type Shape, triangularOf } from '@matrix-derive/core'
import { nameParts } from '../names.ts'
import { atom, isTall, type Piece, piece } from '../piece.ts'
import { type Style, signed } from '../style.ts'
import { writeFactors, writeTerms } from './text.ts'

/** Greek capitals and omicron that LaTeX has no command for, because they look like Latin letters. */
const withoutCommand = new Set(['omicron'])

function wordToLatex(word: string): string {
  const escaped = word.replaceAll('_', '\\_')
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the range is that of ASCII
  return /^[\x00-\x7f]*$/.test(word) ? `\\mathrm{${escaped}}` : `\\text{${escaped}}`
}

const isOneLetter = (text: string): boolean => /^[a-zA-Z]$/.test(text)

function indexToLatex(index: string): string {
  if (index === '') return ''
  return `_{${/^\d+$/.test(index) || isOneLetter(index) ? index : wordToLatex(index)}}`
}

/** `word` sets a name of several letters: upright for variables, as an operator for functions; `more` goes to its index. */
function nameToLatex(name: string, word: (text: string) => string, more?: string): string {
  const { base, greek, index, primes, derivativeOf } = nameParts(name)
  const marks = "'".repeat(primes)
  if (derivativeOf !== undefined) return `\\mathrm{D}${indexToLatex(index)}${nameToLatex(derivativeOf, word)}`
  const command = greek !== undefined && !withoutCommand.has(greek) ? `\\${greek}` : undefined
  const letter = command ?? (greek === 'omicron' ? 'o' : isOneLetter(base) ? base : word(base))
  const own = indexToLatex(index)
  const below = more === undefined ? own : own === '' ? `_{${more}}` : `${own.slice(0, -1)}, ${more}}`
  return `${letter}${below}${marks}`
}

/** A symbolic dimension: `m n`, `2 n`. */
export function dimensionToLatex(dimension: Dimension): string {
  const { factor, names } = dimensionParts(dimension)
  const written = names.map(name => {
    const inner = triangularOf(name)
    if (inner === undefined) return nameToLatex(name, wordToLatex)
    const side = dimensionToLatex(inner)
    return `\\tfrac{1}{2} ${side} (${side} + 1)`
  })
  return (factor === 1 && written.length > 0 ? written : [String(factor), ...written]).join(' ')
}

/** `m \times n`. */
export const shapeToLatex = ({ rows, cols }: Shape): string =>
  `${dimensionToLatex(rows)} \\times ${dimensionToLatex(cols)}`

const size = (shape: Shape): string => (shape.cols === '1' ? dimensionToLatex(shape.rows) : shapeToLatex(shape))
const list = (operands: readonly Piece[]): string => operands.map(operand => signed(latexStyle, operand)).join(', ')
const isWordy = ({ look }: Piece): boolean => look === 'word' || look === 'differential'
const operatorName = (word: string): string => `\\operatorname{${word.replaceAll('_', '\\_')}}`

/** Math mode of an article with amsmath. */
export const latexStyle: Style = {
  column: 'latex',
  stacksMarks: false,
  stacksFractions: true,
  inverseTransposed: '^{-\\top}',
  entrywiseQuotient: '\\oslash',
  symbol(name) {
    const { base, greek } = nameParts(name)
    return atom(nameToLatex(name, wordToLatex), greek !== undefined || isOneLetter(base) ? 'letter' : 'word')
  },
  number: digits => digits,
  delimited: (open, text, close) => `${open}${text}${close}`,
  bracket: (text, tall) => (tall ? `\\left(${text}\\right)` : `(${text})`),
  negate: text => `-${text}`,
  sum: terms => writeTerms(latexStyle, terms),
  // Words and differentials get the thin space that letters do without.
  product: factors => writeFactors(factors, isWordy, spaced => (spaced ? ' \\, ' : ' ')),
  infix: (first, rest) => rest.reduce((text, next) => `${text} ${next.sign} ${next.text}`, first),
  mark: (operand, mark) => operand + mark,
  power: (base, exponent, entrywise) => `${base}^{${entrywise ? '\\circ ' : ''}${signed(latexStyle, exponent)}}`,
  fraction: (numerator, denominator) => `\\frac{${numerator}}{${denominator}}`,
  call(name, given, operands) {
    const tall = isTall(operands)
    const written = given ?? nameToLatex(name, operatorName)
    const look = written.startsWith('\\') && given !== undefined ? 'operator' : 'call'
    // \log\det(X): the argument's own brackets are enough.
    if (look === 'operator' && operands.length === 1 && operands[0].look === 'operator') {
      return piece(`${written}${operands[0].text}`, Precedence.negation, 'operator', tall)
    }
    return atom(`${written}${latexStyle.bracket(list(operands), tall)}`, look, tall)
  },
  differential(operand) {
    const isName = operand.level === Precedence.atom && (operand.look === 'letter' || operand.look === 'word')
    if (isName) return piece(`\\mathrm{d}${operand.text}`, Precedence.negation, 'differential')
    return atom(
      `\\mathrm{d}${latexStyle.bracket(signed(latexStyle, operand), operand.tall)}`,
      'differential',
      operand.tall,
    )
  },
  eye: dimension => atom(dimension === undefined ? 'I' : `I_{${dimensionToLatex(dimension)}}`, 'letter'),
  ones: shape => atom(`\\mathbf{1}_{${size(shape)}}`, 'letter'),
  zeros: shape => atom(`0_{${size(shape)}}`, 'letter'),
  sizelessOnes: shape => latexStyle.ones(shape),
  commutation: ({ rows, cols }) => atom(`K_{${dimensionToLatex(rows)}, ${dimensionToLatex(cols)}}`, 'letter'),
  series: (index, limit, term) =>
    piece(
      `\\sum_{${index.text}=1}^{${signed(latexStyle, limit)}} ${signed(latexStyle, term)}`,
      Precedence.product,
      'sum',
      true,
    ),
  member(family, index) {
    const below = signed(latexStyle, index)
    if (typeof family !== 'string') return atom(`${family.text}_{${below}}`, 'other', family.tall)
    return { ...latexStyle.symbol(family), text: nameToLatex(family, wordToLatex, below) }
  },
  members(first, last, down) {
    const [dots, next] = down ? ['\\vdots', ' \\\\ '] : ['\\cdots', ' & ']
    return atom(`\\begin{bmatrix} ${[first.text, dots, last.text].join(next)} \\end{bmatrix}`, 'bracket', true)
  },
  triangular: (name, size) => atom(`${name === 'duplication' ? 'D' : 'L'}_{${dimensionToLatex(size)}}`, 'letter'),
  frechet: (name, operands) => atom(`L_{${operatorName(name)}}(${list(operands)})`, 'call', isTall(operands)),
}
