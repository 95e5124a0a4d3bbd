import { type Dimension, dimensionParts, Precedence, triangularOf } from '@matrix-derive/core'
import { nameParts } from '../names.ts'
import { atom, type Piece, piece } from '../piece.ts'
import { type Style, signed } from '../style.ts'
import { isPlainExponent, writeTerms } from './text.ts'

/** Characters with a raised or lowered twin; a name with any other character stays on the line. */
function script(plain: string, twins: string): (text: string) => string | undefined {
  const twin = new Map([...plain].map((character, i) => [character, [...twins][i]]))
  return text => {
    let result = ''
    for (const character of text) {
      const found = twin.get(character)
      if (found === undefined) return undefined
      result += found
    }
    return result
  }
}

const raised = script('0123456789-abcdefghijklmnoprstuvwxyz', '⁰¹²³⁴⁵⁶⁷⁸⁹⁻ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ')
const lowered = script('0123456789aehijklmnoprstuvx=+-', '₀₁₂₃₄₅₆₇₈₉ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ₌₊₋')
/** For the limit of a sum: as an exponent a raised T would be a transpose. */
const raisedLimit = script(
  '0123456789-+abcdefghijklmnoprstuvwxyzABDEGHIJKLMNOPRTUVW',
  '⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻᴬᴮᴰᴱᴳᴴᴵᴶᴷᴸᴹᴺᴼᴾᴿᵀᵁⱽᵂ',
)
const tight = (text: string): string => text.replaceAll(' ', '')
const primes = ['', '′', '″', '‴']

function nameToUnicode(name: string): string {
  const { base, index, primes: count, derivativeOf } = nameParts(name)
  const mark = primes[count] ?? '′'.repeat(count)
  // Lowered words are hard to read: only numbers and single letters go below.
  const below = index.length === 1 || /^\d*$/.test(index) ? lowered(index) : undefined
  return `${base}${below ?? `_${index}`}${mark}${derivativeOf === undefined ? '' : nameToUnicode(derivativeOf)}`
}

/** `m·n` rather than `m*n`; letters stand together. */
export function dimensionToUnicode(dimension: Dimension): string {
  const { factor, names } = dimensionParts(dimension)
  const written = names.map(name => {
    const inner = triangularOf(name)
    return inner === undefined ? nameToUnicode(name) : halfSquare(dimensionToUnicode(inner))
  })
  const parts = factor === 1 && written.length > 0 ? written : [String(factor), ...written]
  return parts.join(names.every(name => [...nameParts(name).base].length === 1) ? '' : '·')
}

/** n(n+1)/2 */
const halfSquare = (size: string): string => `${size}(${size}+1)/2`

const list = (operands: readonly Piece[]): string => operands.map(operand => signed(unicodeStyle, operand)).join(', ')
const sizes = (...dimensions: readonly Dimension[]): string => `(${dimensions.map(dimensionToUnicode).join(',')})`

/** Text for people, on one line. */
export const unicodeStyle: Style = {
  column: 'unicode',
  stacksMarks: false,
  stacksFractions: false,
  inverseTransposed: '⁻ᵀ',
  entrywiseQuotient: '⊘',
  symbol(name) {
    const isLetter = [...nameParts(name).base].length === 1
    return atom(nameToUnicode(name), isLetter ? 'letter' : 'word')
  },
  number: digits => digits,
  bracket: text => `(${text})`,
  delimited: (open, text, close) => `${open}${text}${close}`,
  negate: text => `-${text}`,
  sum: terms => writeTerms(unicodeStyle, terms),
  // Letters stand together (2xᵀAx); as soon as something else is among them, dots between all make it plain what
  // is a factor and what an argument. A number needs no dot before a letter or a bracket.
  product(factors) {
    const leads = factors[0].look === 'number'
    const rest = leads ? factors.slice(1) : factors
    const sign = rest.every(({ look }) => look === 'letter') ? '' : '·'
    const product = rest.map(({ text }) => text).join(sign)
    if (!leads) return product
    return `${factors[0].text}${rest[0].look === 'letter' || rest[0].look === 'bracket' ? '' : '·'}${product}`
  },
  infix: (first, rest) => rest.reduce((text, next) => `${text} ${next.sign} ${next.text}`, first),
  mark: (operand, mark) => operand + mark,
  power(base, exponent, entrywise) {
    const above = signed(unicodeStyle, exponent)
    const plain = isPlainExponent(exponent)
    const small = plain && !entrywise ? raised(above) : undefined
    return `${base}${small ?? `${entrywise ? '.^' : '^'}${plain ? above : `(${above})`}`}`
  },
  fraction: (numerator, denominator) => `${numerator}/${denominator}`,
  call: (name, given, operands) => atom(`${given ?? nameToUnicode(name)}(${list(operands)})`, 'call'),
  differential(operand) {
    const isName = operand.level === Precedence.atom && (operand.look === 'letter' || operand.look === 'word')
    if (isName) return piece(`d${operand.text}`, Precedence.negation, 'differential')
    return atom(`d(${signed(unicodeStyle, operand)})`, 'differential')
  },
  eye: size => atom(size === undefined ? 'I' : `I${lowered(size) ?? sizes(size)}`, 'letter'),
  ones: ({ rows, cols }) => atom(`ones${cols === '1' ? sizes(rows) : sizes(rows, cols)}`, 'call'),
  zeros: ({ rows, cols }) => atom(`zeros${sizes(rows, cols)}`, 'call'),
  sizelessOnes: ({ cols }) => atom(cols === '1' ? 'vector(1)' : 'matrix(1)', 'call'),
  commutation: ({ rows, cols }) => atom(`K${sizes(rows, cols)}`, 'call'),
  series(index, limit, term) {
    const [first, last] = [`${index.text}=1`, signed(unicodeStyle, limit)]
    const [below, above] = [lowered(first), raisedLimit(tight(last))]
    const range = below === undefined || above === undefined ? `(${first}…${last})` : `${below}${above}`
    return piece(`∑${range} ${signed(unicodeStyle, term)}`, Precedence.product, 'sum')
  },
  member(family, index) {
    const name = typeof family === 'string' ? nameToUnicode(family) : family.text
    const isPlain = typeof family === 'string' && nameParts(family).index === ''
    const below = isPlain ? lowered(tight(signed(unicodeStyle, index))) : undefined
    if (below === undefined) return atom(`${name}[${signed(unicodeStyle, index)}]`, 'call')
    return atom(`${name}${below}`, [...name].length === 1 ? 'letter' : 'word')
  },
  members: (first, last, down) => atom(`[${[first.text, '…', last.text].join(down ? '; ' : ', ')}]`, 'call'),
  triangular: (name, size) => atom(`${name === 'duplication' ? 'D' : 'L'}${sizes(size)}`, 'call'),
  frechet: (name, operands) => atom(`frechet(${name}, ${list(operands)})`, 'call'),
}
