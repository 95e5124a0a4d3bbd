import {
  closeFacts,
  type Dimension,
  defaultLimits,
  Fact,
  type Facts,
  fail,
  multiplyDimensions,
  type Shape,
  type Span,
  scalarShape,
  triangularDimension,
  unit,
} from '@matrix-derive/core'
import { canonicalName } from '../text/greek.ts'
import { nearest } from '../text/nearest.ts'
import { type SourceToken, tokenize } from '../text/token.ts'

/** Every kind that a declaration may give to a name. */
export type DeclaredKind =
  | 'scalar'
  | 'vector'
  | 'rowvector'
  | 'matrix'
  | 'symmetric'
  | 'skew'
  | 'spd'
  | 'diagonal'
  | 'orthogonal'
  | 'lower'
  | 'upper'
  | 'integer'
  | 'elementwise'
  | 'function'

/** A kind, read. Values have a shape; functions have the kinds of their arguments and result. */
export interface Declaration {
  readonly kind: DeclaredKind
  /** As it is written, in one spelling. */
  readonly text: string
  readonly facts: Facts
  readonly shape?: Shape
  readonly operands?: readonly Declaration[]
  readonly result?: Declaration
  /** How many there are: the N of a family `vector(n)[N]`. */
  readonly count?: Dimension
}

/** How many dimensions each kind takes, and what it says of the value. */
const kinds: Readonly<Record<DeclaredKind, { sizes: readonly [number, number]; facts: Facts }>> = {
  scalar: { sizes: [0, 0], facts: Fact.none },
  integer: { sizes: [0, 0], facts: Fact.integer },
  vector: { sizes: [1, 1], facts: Fact.none },
  rowvector: { sizes: [1, 1], facts: Fact.none },
  matrix: { sizes: [1, 2], facts: Fact.none },
  symmetric: { sizes: [1, 1], facts: Fact.symmetric },
  skew: { sizes: [1, 1], facts: Fact.skew },
  spd: { sizes: [1, 1], facts: Fact.positiveDefinite },
  diagonal: { sizes: [1, 1], facts: Fact.diagonal },
  orthogonal: { sizes: [1, 1], facts: Fact.orthogonal },
  lower: { sizes: [1, 1], facts: Fact.lower },
  upper: { sizes: [1, 1], facts: Fact.upper },
  elementwise: { sizes: [0, 0], facts: Fact.none },
  function: { sizes: [0, 0], facts: Fact.none },
}

export const declaredKinds: readonly string[] = Object.keys(kinds)

export function isKind(word: string): word is DeclaredKind {
  return Object.hasOwn(kinds, word)
}

/** Whether a declaration of this kind has sizes in brackets: `symmetric(n)`, in contrast to the condition `symmetric`. */
export function takesSizes(kind: DeclaredKind): boolean {
  return kinds[kind].sizes[1] > 0 || kind === 'function'
}

/**
 * Reads a declaration such as `matrix(m,n)`, `elementwise`, `function(vector(m)) -> scalar` or `vector(n)[N]`.
 * @throws `syntax`, with the span in this text
 */
export function parseDeclaration(text: string): Declaration {
  if (text.length > defaultLimits.inputLength) fail('limit-exceeded', 'Expected a shorter declaration.')
  const tokens = tokenize(text).filter(token => token.kind !== 'newline')
  const reader = new DeclarationReader(text, tokens)
  const declaration = reader.readDeclared()
  reader.expectEnd()
  return declaration
}

/** Reads the tokens of one declaration from left to right; the grammar is too small for a parser of its own kind. */
class DeclarationReader {
  private at = 0
  private readonly text: string
  private readonly tokens: readonly SourceToken[]

  constructor(text: string, tokens: readonly SourceToken[]) {
    this.text = text
    this.tokens = tokens
  }

  readDeclared(): Declaration {
    const declaration = this.readKind(true)
    if (this.tokens[this.at]?.text !== '[') return declaration
    this.at++
    const count = this.readDimension()
    this.expect(']')
    if (declaration.shape === undefined) this.failExpecting('a family of values', this.tokens[0])
    return { ...declaration, count, text: `${declaration.text}[${count}]` }
  }

  expectEnd(): void {
    if (this.at < this.tokens.length) this.failExpecting('the end of the declaration', this.tokens[this.at])
  }

  private readKind(functions: boolean): Declaration {
    const token = this.tokens[this.at]
    if (token?.kind !== 'name' || !isKind(token.text)) return this.failAtKind(token)
    const kind = token.text
    this.at++
    if (kind === 'function' || kind === 'elementwise') {
      if (!functions) this.failExpecting('a kind of value', token)
      return kind === 'function' ? this.readFunction() : { kind, text: kind, facts: Fact.none }
    }
    const [fewest, most] = kinds[kind].sizes
    const sizes = most > 0 ? this.readSizes(kind, fewest, most, token) : []
    return valueDeclaration(kind, sizes)
  }

  private readSizes(kind: DeclaredKind, fewest: number, most: number, token: SourceToken): Dimension[] {
    const expected = kind === 'matrix' ? 'matrix(m,n)' : `${kind}(n)`
    if (this.tokens[this.at]?.text !== '(') return this.failExpecting(expected, token)
    this.at++
    const sizes = [this.readDimension()]
    while (this.tokens[this.at]?.text === ',') {
      this.at++
      sizes.push(this.readDimension())
    }
    this.expect(')')
    if (sizes.length < fewest || sizes.length > most) this.failExpecting(expected, token)
    return sizes
  }

  private readFunction(): Declaration {
    this.expect('(')
    const operands = [this.readKind(false)]
    while (this.tokens[this.at]?.text === ',') {
      this.at++
      operands.push(this.readKind(false))
    }
    this.expect(')')
    this.expect('->')
    const result = this.readKind(false)
    const text = `function(${operands.map(operand => operand.text).join(', ')}) -> ${result.text}`
    return { kind: 'function', text, facts: Fact.none, operands, result }
  }

  /** A product of names, positive integers and triangular numbers. */
  private readDimension(): Dimension {
    let product = unit
    do {
      const token = this.tokens[this.at]
      if (token?.kind !== 'name' && !isSize(token)) this.failExpecting('a name or a positive integer', token)
      this.at++
      product = multiplyDimensions(product, this.readRestOfSize(token))
    } while (this.tokens[this.at]?.text === '*' && ++this.at > 0)
    return product
  }

  /** One factor of a dimension, whose first token was read: n, 3, tri(n). */
  private readRestOfSize({ kind, text }: SourceToken): Dimension {
    if (kind === 'number') return String(Number(text))
    if (text !== 'tri' || this.tokens[this.at]?.text !== '(') return canonicalName(text)
    this.at++
    const side = this.readDimension()
    this.expect(')')
    return triangularDimension(side)
  }

  private expect(text: string): void {
    if (this.tokens[this.at]?.text !== text) this.failExpecting(`"${text}"`, this.tokens[this.at])
    this.at++
  }

  private failAtKind(token: SourceToken | undefined): never {
    const names = Object.keys(kinds)
    const begun = token && token.text.length > 2 ? names.find(name => name.startsWith(token.text)) : undefined
    const near = begun ?? (token && nearest(token.text, names))
    return this.failExpecting(
      'a kind such as scalar, vector(n) or matrix(m,n)',
      token,
      near && `Did you mean "${near}"?`,
    )
  }

  private failExpecting(expected: string, token: SourceToken | undefined, suggestion?: string): never {
    const span: Span = token?.span ?? { start: 0, end: this.text.length }
    const received = token === undefined ? 'the end' : `"${token.text}"`
    return fail('syntax', `Expected ${expected} in the declaration "${this.text}", received ${received}.`, {
      span,
      ...(suggestion && { suggestion }),
    })
  }
}

function isSize(token: SourceToken | undefined): token is SourceToken {
  return token?.kind === 'number' && /^\d{1,9}$/.test(token.text) && Number(token.text) > 0
}

/** The declaration of a value by its kind and sizes. */
function valueDeclaration(kind: DeclaredKind, sizes: readonly Dimension[]): Declaration {
  const [rows = unit, cols = rows] = sizes
  const shapes: Partial<Record<DeclaredKind, Shape>> = {
    scalar: scalarShape,
    integer: scalarShape,
    vector: { rows, cols: unit },
    rowvector: { rows: unit, cols: rows },
  }
  const text = sizes.length === 0 ? kind : `${kind}(${sizes.join(',')})`
  return { kind, text, facts: closeFacts(kinds[kind].facts), shape: shapes[kind] ?? { rows, cols } }
}

/** How a value of this shape and with these facts is declared: the text of an assumption. */
export function declarationText(shape: Shape, integer = false): string {
  if (shape.rows === unit && shape.cols === unit) return integer ? 'integer' : 'scalar'
  if (shape.cols === unit) return `vector(${shape.rows})`
  if (shape.rows === unit) return `rowvector(${shape.cols})`
  return `matrix(${shape.rows},${shape.cols})`
}
