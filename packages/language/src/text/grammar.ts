import {
  fail,
  isOne,
  minusOne,
  multiplyRational,
  negateRational,
  parseRational,
  rational,
  type Span,
} from '@matrix-derive/core'
import { alt_sc, apply, kright, opt_sc, type Parser, seq, str, tok } from 'typescript-parsec'
import { foldLeft, many } from './combinators.ts'
import { canonicalName } from './greek.ts'
import { located } from './located.ts'
import type { Factor, FactorSign, Syntax, Term } from './syntax.ts'
import type { Inside, SourceToken, TokenKind } from './token.ts'

// The grammar never refers to itself: what stands in brackets was parsed before and arrives as one token
// (see brackets.ts). So no depth of brackets becomes depth of the call stack.

type Grammar<T> = Parser<TokenKind, T>

const token = (kind: TokenKind) => tok(kind) as unknown as Grammar<SourceToken>

/** Powers of ten beyond this are a typing error, and writing one out exactly would take forever. */
const largestExponent = 400

const number: Grammar<Syntax> = apply(token('number'), ({ text, span }) => {
  const exponent = /[eE](.*)$/.exec(text)?.[1]
  if (exponent !== undefined && Math.abs(Number(exponent)) > largestExponent) {
    fail('limit-exceeded', `Expected a power of ten of at most ${largestExponent}, received ${text.slice(0, 40)}.`, {
      span,
    })
  }
  return { kind: 'number', value: located(span, () => parseRational(text)), span }
})

const name: Grammar<Syntax> = apply(token('name'), ({ text, span }) => ({
  kind: 'name',
  name: canonicalName(text),
  span,
}))

const bracketed: Grammar<Syntax> = apply(token('group'), group => {
  const [only, ...rest] = group.inside!.items
  if (group.inside!.series) return fail('syntax', 'Expected "sum" before "(i in 1..N, ...)".', { span: group.span })
  if (only === undefined) return fail('syntax', 'Expected an expression between the brackets.', { span: group.span })
  if (rest.length > 0)
    return fail('syntax', 'Expected one expression in brackets, received several.', { span: group.span })
  return { ...only, span: group.span }
})

const norm: Grammar<Syntax> = apply(token('norm'), bars => {
  const [operand, ...rest] = bars.inside!.items
  if (operand === undefined || rest.length > 0)
    fail('syntax', 'Expected one expression between ‖ and ‖.', { span: bars.span })
  return { kind: 'norm', operand, span: bars.span }
})

const element: Grammar<Syntax> = apply(seq(token('name'), token('index')), ([family, brackets]) => {
  const [index, ...rest] = brackets.inside!.items
  if (index === undefined || rest.length > 0)
    fail('syntax', 'Expected one index between [ and ].', { span: brackets.span })
  return { kind: 'element', name: canonicalName(family.text), index, span: through(family.span, brackets.span) }
})

/** [x[1], ..., x[N]], in brackets that stand alone. */
const members: Grammar<Syntax> = apply(token('index'), brackets => {
  const { members } = brackets.inside!
  if (members !== undefined) return { kind: 'members', ...members, span: brackets.span }
  return fail('syntax', 'Expected all members of a family between [ and ].', {
    span: brackets.span,
    suggestion: 'Write [x[1], ..., x[N]], or (...) for brackets around an expression.',
  })
})

/** name(...), name''(...) and D(name)(...). */
const application: Grammar<Syntax> = apply(
  seq(token('name'), many(token('transpose')), token('group'), many(token('group'))),
  ([callee, primes, group, further]) => {
    const called = canonicalName(callee.text)
    const nameSpan = { start: callee.index, end: primes.length > 0 ? primes[primes.length - 1].end : callee.end }
    const span = through(callee.span, group.span)
    const { items, series } = group.inside!
    if (series !== undefined) {
      if (called !== 'sum' || primes.length > 0 || further.length > 0) {
        fail('syntax', `Expected "sum" before "(${series.index} in ...)", received "${called}".`, { span: nameSpan })
      }
      return { kind: 'series', ...series, span }
    }
    let result: Syntax = { kind: 'call', name: called, order: primes.length, operands: items, nameSpan, span }
    for (const next of further) {
      if (result.kind !== 'call' || called !== 'D') failAtSecondBracket(next)
      result = { kind: 'jacobian', callee: result, operands: next.inside!.items, span: through(span, next.span) }
    }
    return result
  },
)

function failAtSecondBracket(group: SourceToken): never {
  return fail('syntax', 'Expected an operator before the bracket.', {
    span: group.span,
    suggestion: 'Write * for a product.',
  })
}

const atom: Grammar<Syntax> = alt_sc(alt_sc(application, element, name), number, bracketed, norm, members)

const exponent: Grammar<Syntax> = apply(seq(opt_sc(token('sign')), atom), ([sign, operand]) =>
  sign === undefined || sign.text === '+' ? operand : negated(operand, through(sign.span, operand.span)),
)

type Postfix = { kind: 'transpose'; end: number } | { kind: 'power'; entrywise: boolean; exponent: Syntax; end: number }

const postfix: Grammar<Postfix> = alt_sc(
  apply(token('transpose'), ({ end }): Postfix => ({ kind: 'transpose', end })),
  apply(seq(token('power'), exponent), ([sign, exponent]): Postfix => {
    return { kind: 'power', entrywise: sign.text === '.^', exponent, end: exponent.span.end }
  }),
  apply(token('superscript'), ({ text, span }): Postfix => {
    const digits = [...text].map(digit => '⁺⁻⁰¹²³⁴⁵⁶⁷⁸⁹'.indexOf(digit) - 2).filter(digit => digit >= 0)
    const value = located(span, () => rational(BigInt(digits.join(''))))
    const exponent: Syntax = { kind: 'number', value: text.startsWith('⁻') ? negateRational(value) : value, span }
    return { kind: 'power', entrywise: false, exponent, end: span.end }
  }),
)

/** An operand with its postfix signs so far, and whether the last of them was a power. */
interface Powered {
  readonly result: Syntax
  readonly afterPower: boolean
}

/** A bracketed power starts a new one: (a^b)^c is fine, a^b^c is not. */
const powered: Grammar<Syntax> = apply(
  foldLeft<TokenKind, Powered, Postfix, Powered>(
    apply(atom, operand => ({ result: operand, afterPower: false })),
    postfix,
    ({ result, afterPower }, next) => {
      const span = { start: result.span.start, end: next.end }
      if (next.kind === 'transpose') return { result: { kind: 'transpose', operand: result, span }, afterPower: false }
      if (afterPower) {
        fail('syntax', 'Expected brackets that say which power comes first: (a^b)^c or a^(b^c).', {
          span,
          suggestion: 'Write (a^b)^c or a^(b^c).',
        })
      }
      const { exponent, entrywise } = next
      return { result: { kind: 'power', operand: result, exponent, entrywise, span }, afterPower: true }
    },
  ),
  ({ result }) => result,
)

const signed: Grammar<Syntax> = apply(seq(many(token('sign')), powered), ([signs, operand]) => {
  if (signs.length === 0) return operand
  const span = through(signs[0].span, operand.span)
  return signs.filter(sign => sign.text === '-').length % 2 === 1 ? negated(operand, span) : { ...operand, span }
})

/** A minus sign in front of a number makes a negative number. */
function negated(operand: Syntax, span: Span): Syntax {
  return operand.kind === 'number'
    ? { kind: 'number', value: multiplyRational(minusOne, operand.value), span }
    : { kind: 'negation', operand, span }
}

const product: Grammar<Syntax> = apply(seq(signed, many(seq(token('factor'), signed))), ([first, rest]) => {
  if (rest.length === 0) return first
  const factors: Factor[] = [{ sign: '*', factor: first }]
  for (const [sign, factor] of rest) factors.push({ sign: sign.text as FactorSign, factor })
  return { kind: 'product', factors, span: through(first.span, factors[factors.length - 1].factor.span) }
})

/** The whole of an expression. */
export const expression: Grammar<Syntax> = apply(seq(product, many(seq(token('sign'), product))), ([first, rest]) => {
  if (rest.length === 0) return first
  const terms: Term[] = [{ negative: false, term: first }]
  for (const [sign, term] of rest) terms.push({ negative: sign.text === '-', term })
  return { kind: 'sum', terms, span: through(first.span, terms[terms.length - 1].term.span) }
})

const series: Grammar<Inside> = apply(
  seq(token('name'), str('in') as Grammar<unknown>, expression, token('range'), expression, token('comma'), expression),
  ([index, , from, , to, , term]) => ({ items: [], series: { index: canonicalName(index.text), from, to, term } }),
)

const separator = alt_sc(token('comma'), token('semicolon'))

/** x[1], ..., x[N] */
const list: Grammar<Inside> = apply(
  seq(element, separator, token('dots'), separator, element),
  ([first, before, , after, last]) => {
    if (first.kind !== 'element' || last.kind !== 'element') throw new Error('A member is read as something else.')
    const isFirst = first.index.kind === 'number' && isOne(first.index.value)
    if (!isFirst || first.name !== last.name || before.text !== after.text) {
      fail('syntax', `Expected all members of one family, from ${first.name}[1] on.`, {
        span: through(first.span, last.span),
        suggestion: `Write [${first.name}[1], ..., ${first.name}[N]].`,
      })
    }
    return { items: [], members: { name: first.name, last: last.index, down: before.kind === 'semicolon' } }
  },
)

const items: Grammar<Inside> = apply(seq(expression, many(kright(token('comma'), expression))), ([first, rest]) => ({
  items: [first, ...rest],
}))

/** What stands between two brackets, unless nothing does. */
export const inside: Grammar<Inside> = alt_sc(series, list, items)

function through(first: Span, last: Span): Span {
  return { start: first.start, end: last.end }
}
