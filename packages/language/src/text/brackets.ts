import { fail, type Limits } from '@matrix-derive/core'
import type { Parser, ParserOutput } from 'typescript-parsec'
import { expression, inside } from './grammar.ts'
import { canonicalName } from './greek.ts'
import type { Syntax } from './syntax.ts'
import { endsOperand, type Inside, SourceToken, type TokenKind } from './token.ts'

/** The tokens of one statement, brackets already parsed into single tokens. */
export type Statement = readonly SourceToken[]

interface Frame {
  readonly open: SourceToken | undefined
  readonly tokens: SourceToken[]
}

const closing: Readonly<Record<string, string>> = { '(': ')', '[': ']', '‖': '‖' }

/**
 * Splits tokens into statements at `;` and line ends, and parses what is in brackets from the inside out: a closed
 * pair becomes one token. A stack of our own instead of the call stack, which would overflow at some 300 pairs.
 * A line goes on after an operator and inside brackets.
 * @throws `syntax`, `limit-exceeded`
 */
export function readStatements(tokens: readonly SourceToken[], limits: Limits): Statement[] {
  const statements: Statement[] = []
  let frame: Frame = { open: undefined, tokens: [] }
  const outer: Frame[] = []
  for (const token of tokens) {
    const previous = frame.tokens[frame.tokens.length - 1]
    if (token.kind === 'newline') {
      if (outer.length > 0 || !endsOperand(previous)) continue
      statements.push(frame.tokens)
      frame = { open: undefined, tokens: [] }
    } else if (token.kind === 'semicolon' && frame.open?.text !== '[') {
      if (frame.open !== undefined) failUnclosed(frame.open, token)
      if (frame.tokens.length > 0) statements.push(frame.tokens)
      frame = { open: undefined, tokens: [] }
    } else if (
      token.kind === 'close' ||
      (token.kind === 'bar' && frame.open?.kind === 'bar' && endsOperand(previous))
    ) {
      if (frame.open === undefined) failUnopened(token)
      if (closing[frame.open.text] !== token.text) failUnclosed(frame.open, token)
      const group = closeGroup(frame.open, frame.tokens, token)
      frame = outer.pop()!
      frame.tokens.push(group)
    } else if (token.kind === 'open' || token.kind === 'bar') {
      if (outer.length >= limits.nesting) {
        fail('limit-exceeded', `Expected at most ${limits.nesting} nested brackets; name intermediate results.`, {
          span: token.span,
        })
      }
      outer.push(frame)
      frame = { open: token, tokens: [] }
    } else frame.tokens.push(token)
  }
  if (frame.open !== undefined) failUnclosed(frame.open, undefined)
  if (frame.tokens.length > 0) statements.push(frame.tokens)
  return statements
}

const groupKinds: Readonly<Record<string, TokenKind>> = { '(': 'group', '[': 'index', '‖': 'norm' }

function closeGroup(open: SourceToken, tokens: readonly SourceToken[], close: SourceToken): SourceToken {
  const content: Inside = tokens.length === 0 ? { items: [] } : parseAll(inside, tokens, close)
  return new SourceToken(groupKinds[open.text], open.text, open.index, close.end, content)
}

function failUnopened(token: SourceToken): never {
  return fail('syntax', `Expected a bracket that opens before "${token.text}".`, { span: token.span })
}

function failUnclosed(open: SourceToken, instead: SourceToken | undefined): never {
  const received = instead === undefined ? 'the end of the text' : `"${instead.text}"`
  const span = instead === undefined ? open.span : instead.span
  return fail('syntax', `Expected "${closing[open.text]}" to close "${open.text}", received ${received}.`, { span })
}

/** The expression that the tokens are. @throws `syntax` */
export function parseExpression(tokens: readonly SourceToken[], before: SourceToken | undefined): Syntax {
  if (tokens.length === 0) {
    return fail('syntax', 'Expected an expression, received nothing.', before && { span: before.span })
  }
  return parseAll(expression, tokens, undefined)
}

function parseAll<T>(parser: Parser<TokenKind, T>, tokens: readonly SourceToken[], close: SourceToken | undefined): T {
  for (let i = 0; i < tokens.length; i++) tokens[i].next = tokens[i + 1]
  const output = parser.parse(tokens[0])
  if (output.successful && output.candidates[0].nextToken === undefined) return output.candidates[0].result
  return failAt(tokens, furthest(output), close)
}

/** The first token that nothing could be made of; undefined for the end. */
function furthest<T>(output: ParserOutput<TokenKind, T>): SourceToken | undefined {
  const error = output.error?.pos as SourceToken | undefined
  const next = output.successful ? (output.candidates[0].nextToken as SourceToken | undefined) : undefined
  if (output.error !== undefined && error === undefined) return undefined
  if (error === undefined || next === undefined) return error ?? next
  return error.index > next.index ? error : next
}

function failAt(tokens: readonly SourceToken[], at: SourceToken | undefined, close: SourceToken | undefined): never {
  const position = at === undefined ? tokens.length : tokens.indexOf(at)
  const previous = tokens[position - 1] as SourceToken | undefined
  const received = at ?? close
  const span = received?.span ?? previous!.span
  const text = received === undefined ? 'the end' : `"${received.text}"`
  if (!endsOperand(previous)) {
    const after = previous === undefined ? '' : ` after "${previous.text}"`
    const isStarred = previous?.text === '*' && at?.text === '*' && previous.end === at.index
    return fail('syntax', `Expected a name, a number or a bracket${after}, received ${text}.`, {
      span,
      ...(isStarred && { suggestion: 'Write ^ for a power.' }),
    })
  }
  if (at?.kind === 'equals' || at?.kind === 'arrow') {
    return fail('syntax', `Expected "${at.text}" only in a definition such as y = A*x, before an expression.`, { span })
  }
  const startsOperand = at !== undefined && ['name', 'number', 'group', 'norm'].includes(at.kind)
  const isPower = tokens[position - 2]?.kind === 'power'
  const suggestion = startsOperand
    ? { suggestion: `Write * for a product: ${sayProduct(previous!, at, isPower)}.` }
    : {}
  return fail('syntax', `Expected an operator after "${previous!.text}", received ${text}.`, { span, ...suggestion })
}

function sayProduct(left: SourceToken, right: SourceToken, isPower: boolean): string {
  const say = (token: SourceToken) =>
    token.inside ? '(...)' : token.kind === 'name' ? canonicalName(token.text) : token.text
  if (isPower) return `...^${say(left)}*${say(right)}`
  return `${left.kind === 'transpose' || left.kind === 'superscript' ? `...${left.text}` : say(left)}*${say(right)}`
}
