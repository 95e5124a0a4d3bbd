import {
  type Dimension,
  dimensionParts,
  type Expression,
  Precedence,
  type Shape,
  triangularOf,
} from '@matrix-derive/core'
import { nameParts } from '../names.ts'
import { atom, type Indexed, isTall, type Piece, piece } from '../piece.ts'
import { type Style, signed } from '../style.ts'
import { writeFactors } from './text.ts'

// Every character that is not markup goes through `element`, which is where it is escaped; there is no other way in.

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** One element of MathML Core around plain text. */
export function element(tag: 'mi' | 'mn' | 'mo' | 'mtext', text: string, attributes = ''): string {
  return `<${tag}${attributes}>${text.replace(/[&<>"]/g, character => entities[character])}</${tag}>`
}

/** Several elements as one, for the places of fractions and scripts that take one. */
const row = (...parts: readonly string[]): string => `<mrow>${parts.join('')}</mrow>`

/** A letter or sign that stands upright although it is alone. */
export const upright = (letter: string): string => element('mi', letter, ' mathvariant="normal"')

/** The top line of a derivative over its bottom line, of anything over anything. */
export const fraction = (above: string, below: string): string => `<mfrac>${row(above)}${row(below)}</mfrac>`

/** One element with another above its end, and above its index where it has one. */
export function superscript(base: string, above: string, indexed?: Indexed): string {
  if (indexed === undefined) return `<msup>${row(base)}${above}</msup>`
  return `<msubsup>${indexed.letter}${indexed.below}${above}</msubsup>`
}

// Invisible, but a screen reader reads a product and a function for them.
const times = element('mo', '\u2062')
const applied = element('mo', '\u2061')

const minus = element('mo', '−', ' form="prefix"')
const thinSpace = '<mspace width="0.1667em"></mspace>'
const comma = element('mo', ',')
export const transposeSign = element('mi', '⊤')
const inverseSign = row(minus, element('mn', '1'))

/** How the marks of notations are set: as exponents. A mark that is not known here stands behind its operand. */
const exponents: ReadonlyMap<string, string> = new Map([
  ['ᵀ', transposeSign],
  ['⁻¹', inverseSign],
  ['⁻ᵀ', row(minus, transposeSign)],
])

/** Letters are slanted, except Greek capitals, as in LaTeX; words are upright. */
function letters(text: string, isGreek: boolean): string {
  return isGreek && text === text.toUpperCase() && text !== text.toLowerCase() ? upright(text) : element('mi', text)
}

const indexElement = (index: string): string => element(/^\d+$/.test(index) ? 'mn' : 'mi', index)
const indexed = (base: string, index: string): string => (index === '' ? base : below(base, indexElement(index)))
const below = (base: string, index: string): string => `<msub>${base}${index}</msub>`

/** A name of a program, as a book would set it. */
export function nameToMathml(name: string): string {
  const { base, greek, index, primes, derivativeOf } = nameParts(name)
  if (derivativeOf !== undefined) return row(indexed(upright('D'), index), nameToMathml(derivativeOf))
  const written = indexed(letters(base, greek !== undefined), index)
  return primes === 0 ? written : `<msup>${written}${element('mo', '′'.repeat(primes))}</msup>`
}

function dimension(size: Dimension): string {
  const { factor, names } = dimensionParts(size)
  const written = names.map(name => {
    const inner = triangularOf(name)
    return inner === undefined ? nameToMathml(name) : halfSquare(dimension(inner))
  })
  return (factor === 1 && written.length > 0 ? written : [element('mn', String(factor)), ...written]).join(times)
}

/** n(n+1)/2 */
const halfSquare = (side: string): string =>
  `${side}${bracket(`${side}${element('mo', '+')}${element('mn', '1')}`, false)}${element('mo', '/')}${element('mn', '2')}`

/** m × n */
export const shapeToMathml = ({ rows, cols }: Shape): string =>
  `${dimension(rows)}${element('mo', '×')}${dimension(cols)}`

const withIndex = (base: string, index: string): string => below(base, row(index))
const sized = (shape: Shape): string => (shape.cols === '1' ? dimension(shape.rows) : shapeToMathml(shape))
const list = (operands: readonly Piece[]): string => operands.map(operand => signed(mathmlStyle, operand)).join(comma)
const isWordy = ({ look }: Piece): boolean => look === 'word' || look === 'call' || look === 'differential'

const bracket = (text: string, tall: boolean): string => {
  const stretchy = tall ? '' : ' stretchy="false"'
  return row(element('mo', '(', stretchy), text, element('mo', ')', stretchy))
}

/** `‖₁`: an index behind a closing bracket is set as one. */
function closing(delimited: string, close: string): string {
  const [, sign, digits] = /^(.*?)([₀-₉]*)$/s.exec(close)!
  if (digits === '') return delimited
  const index = [...digits].map(digit => String(digit.codePointAt(0)! - 0x2080)).join('')
  return sign === '' ? delimited : withIndex(delimited, element('mn', index))
}

/** MathML Core: what browsers set by themselves. A written expression is one or more elements in a row. */
export const mathmlStyle: Style = {
  column: 'unicode',
  stacksMarks: false,
  stacksFractions: true,
  inverseTransposed: '⁻ᵀ',
  entrywiseQuotient: '⊘',
  symbol(name) {
    const { base, greek, index, primes, derivativeOf } = nameParts(name)
    const written = atom(nameToMathml(name), [...base].length === 1 ? 'letter' : 'word')
    if (index === '' || primes > 0 || derivativeOf !== undefined) return written
    return { ...written, indexed: { letter: letters(base, greek !== undefined), below: indexElement(index) } }
  },
  number: digits => element('mn', digits),
  bracket,
  delimited(open, text, close) {
    const sign = close.replace(/[₀-₉]+$/, '')
    return closing(row(element('mo', open), text, element('mo', sign)), close)
  },
  negate: text => minus + text,
  sum([first, ...rest]) {
    const signs = rest.map(term => element('mo', term.negative ? '−' : '+') + term.text)
    return signed(mathmlStyle, first) + signs.join('')
  },
  // Words and differentials get the thin space that letters do without, as in LaTeX.
  product: factors => writeFactors(factors, isWordy, spaced => (spaced ? times + thinSpace : times)),
  infix: (first, rest) => rest.reduce((text, next) => text + element('mo', next.sign) + next.text, first),
  mark(operand, mark, indexed) {
    const exponent = exponents.get(mark)
    return exponent === undefined ? row(operand, element('mo', mark)) : superscript(operand, exponent, indexed)
  },
  power: (base, exponent, entrywise, indexed) =>
    superscript(base, row(entrywise ? element('mo', '∘') : '', signed(mathmlStyle, exponent)), indexed),
  fraction,
  call(name, given, operands) {
    const tall = isTall(operands)
    const written = given === undefined ? nameToMathml(name) : element('mi', given)
    return atom(row(written, applied, bracket(list(operands), tall)), 'call', tall)
  },
  differential(operand) {
    const isName = operand.level === Precedence.atom && (operand.look === 'letter' || operand.look === 'word')
    if (isName) return piece(row(upright('d'), operand.text), Precedence.negation, 'differential')
    const inner = bracket(signed(mathmlStyle, operand), operand.tall)
    return atom(row(upright('d'), inner), 'differential', operand.tall)
  },
  eye: size => atom(size === undefined ? element('mi', 'I') : withIndex(element('mi', 'I'), dimension(size)), 'letter'),
  ones: shape => atom(withIndex(element('mn', '𝟏'), sized(shape)), 'letter'),
  zeros: shape => atom(withIndex(element('mn', '0'), sized(shape)), 'letter'),
  sizelessOnes: shape => mathmlStyle.ones(shape),
  commutation: ({ rows, cols }) =>
    atom(withIndex(element('mi', 'K'), dimension(rows) + comma + dimension(cols)), 'letter'),
  series(index, limit, term) {
    const below = row(index.text, element('mo', '='), element('mn', '1'))
    const sign = `<munderover>${element('mo', '∑')}${below}${row(signed(mathmlStyle, limit))}</munderover>`
    return piece(row(sign, signed(mathmlStyle, term)), Precedence.product, 'sum', true)
  },
  member(family, index) {
    const number = signed(mathmlStyle, index)
    if (typeof family !== 'string') return atom(withIndex(row(family.text), number), 'other', family.tall)
    const { base, greek, index: own, primes } = nameParts(family)
    const letter = letters(base, greek !== undefined)
    const all = row(own === '' ? number : indexElement(own) + comma + number)
    const look = [...base].length === 1 ? 'letter' : 'word'
    if (primes === 0) return { ...atom(below(letter, all), look), indexed: { letter, below: all } }
    return atom(`<msup>${below(letter, all)}${element('mo', '′'.repeat(primes))}</msup>`, look)
  },
  members(first, last, down) {
    const next = element('mo', down ? ';' : ',')
    const all = [first.text, element('mo', '…'), last.text].join(next)
    return atom(row(element('mo', '['), all, element('mo', ']')), 'bracket')
  },
  triangular: (name, size) =>
    atom(withIndex(element('mi', name === 'duplication' ? 'D' : 'L'), dimension(size)), 'letter'),
  frechet(name, operands) {
    const tall = isTall(operands)
    const of = withIndex(element('mi', 'L'), element('mi', name))
    return atom(row(of, applied, bracket(list(operands), tall)), 'call', tall)
  },
}

/**
 * The same with every subexpression marked by the `id` of its node, so that a click finds it again. One node may stand at
 * several places; the marked elements around a place, from the outermost inwards, are its address.
 */
export const addressedMathmlStyle: Style = {
  ...mathmlStyle,
  place: (text: string, { id, operands }: Expression) =>
    operands.length === 0
      ? text.replace(/^<\w+/, tag => `${tag} data-id="${id}"`)
      : `<mrow data-id="${id}">${text}</mrow>`,
}
