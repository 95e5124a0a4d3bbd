import { fail, type Span } from '@matrix-derive/core'
import type { Token, TokenPosition } from 'typescript-parsec'
import { suggestInstead } from './foreign.ts'
import type { Members, Syntax } from './syntax.ts'

/** `group`, `index` and `norm` are bracketed parts, already parsed: (..), [..] and ‖..‖. */
export type TokenKind =
  | 'number'
  | 'name'
  | 'sign'
  | 'factor'
  | 'power'
  | 'transpose'
  | 'superscript'
  | 'open'
  | 'close'
  | 'bar'
  | 'comma'
  | 'semicolon'
  | 'newline'
  | 'equals'
  | 'arrow'
  | 'range'
  | 'dots'
  | 'group'
  | 'index'
  | 'norm'

/** What stands inside a pair of brackets: expressions at commas, the head of a series, or all members of a family. */
export interface Inside {
  readonly items: readonly Syntax[]
  readonly members?: Pick<Members, 'name' | 'last' | 'down'>
  readonly series?: { readonly index: string; readonly from: Syntax; readonly to: Syntax; readonly term: Syntax }
}

/**
 * A token the parser library can walk over. It is its own position: the library asks for one at every
 * alternative that fails, and offsets are all we ever use of it.
 */
export class SourceToken implements Token<TokenKind>, TokenPosition {
  readonly kind: TokenKind
  readonly text: string
  readonly index: number
  readonly end: number
  readonly inside: Inside | undefined
  next: SourceToken | undefined = undefined
  readonly rowBegin = 0
  readonly columnBegin = 0
  readonly rowEnd = 0
  readonly columnEnd = 0

  constructor(kind: TokenKind, text: string, index: number, end: number, inside?: Inside) {
    this.kind = kind
    this.text = text
    this.index = index
    this.end = end
    this.inside = inside
  }

  get pos(): TokenPosition {
    return this
  }

  get span(): Span {
    return { start: this.index, end: this.end }
  }
}

const letters = 'A-Za-zµÀ-ÖØ-öø-ɏͰ-ϿḀ-ỿἀ-῾_'

// A dot belongs to a number unless it starts an operator: 2.*x is 2 .* x, and 1..N is a range.
const pattern = new RegExp(
  [
    '[ \\t\\r\\f\\v\\u00a0\\ufeff]+',
    '(\\n)',
    "((?:\\d+(?:\\.(?![.*/^'])\\d*)?|\\.\\d+)(?:[eE][+-]?\\d+)?)",
    `([${letters}][${letters}0-9₀-₉]*)`,
    '([⁺⁻]?[⁰¹²³⁴-⁹]+)',
    "(\\.\\.\\.|…|\\.\\.|->|\\.[*/^']|[-+−*/∘⊙⊘⊗·×^'’′ᵀ⊤()[\\]‖,;=→])",
  ].join('|'),
  'y',
)

const kinds: Readonly<Record<string, TokenKind>> = {
  '+': 'sign',
  '-': 'sign',
  '*': 'factor',
  '/': 'factor',
  '.*': 'factor',
  './': 'factor',
  '⊗': 'factor',
  '^': 'power',
  '.^': 'power',
  "'": 'transpose',
  '(': 'open',
  '[': 'open',
  ')': 'close',
  ']': 'close',
  '‖': 'bar',
  ',': 'comma',
  ';': 'semicolon',
  '=': 'equals',
  '->': 'arrow',
  '..': 'range',
  '...': 'dots',
}

/** The one spelling of operators that may be typed in several ways. */
const spellings: Readonly<Record<string, string>> = {
  '−': '-',
  '∘': '.*',
  '⊙': '.*',
  '⊘': './',
  '·': '*',
  '×': '*',
  '’': "'",
  '′': "'",
  ᵀ: "'",
  '⊤': "'",
  ".'": "'",
  '→': '->',
  '…': '...',
}

/** Every sign that the language knows, in each of its spellings. */
export const signs: readonly string[] = [...Object.keys(kinds), ...Object.keys(spellings)]

/**
 * Cuts a text into tokens. One sticky expression instead of the library's lexer, which copies the rest of the
 * text at every token.
 * @throws `syntax` at a character the language does not know
 */
export function tokenize(text: string): SourceToken[] {
  const tokens: SourceToken[] = []
  pattern.lastIndex = 0
  while (pattern.lastIndex < text.length) {
    const start = pattern.lastIndex
    const found = pattern.exec(text)
    if (found === null) return failAtCharacter(text, start)
    const end = pattern.lastIndex
    const [whole, newline, number, name, superscript, operator] = found
    if (operator !== undefined) {
      const spelling = spellings[operator] ?? operator
      tokens.push(new SourceToken(kinds[spelling], spelling, start, end))
    } else if (name !== undefined) tokens.push(new SourceToken('name', whole, start, end))
    else if (number !== undefined) tokens.push(new SourceToken('number', whole, start, end))
    else if (superscript !== undefined) tokens.push(new SourceToken('superscript', whole, start, end))
    else if (newline !== undefined) tokens.push(new SourceToken('newline', whole, start, end))
  }
  return tokens
}

function failAtCharacter(text: string, start: number): never {
  const character = String.fromCodePoint(text.codePointAt(start)!)
  const span = { start, end: start + character.length }
  const suggestion = suggestInstead(character)
  return fail('syntax', `Expected a name, a number, an operator or a bracket, received "${character}".`, {
    span,
    ...(suggestion && { suggestion }),
  })
}

/** Whether an operand may end with this token, so that an operator or a closing bracket may follow. */
export function endsOperand(token: SourceToken | undefined): boolean {
  switch (token?.kind) {
    case 'number':
    case 'name':
    case 'transpose':
    case 'superscript':
    case 'group':
    case 'index':
    case 'norm':
      return true
    default:
      return false
  }
}
