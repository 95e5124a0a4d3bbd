import {
  type Expression,
  eye,
  Fact,
  fail,
  has,
  isInteger,
  isScalar,
  isZero,
  minusOne,
  negateRational,
  number,
  numberOf,
  one,
  type Rational,
} from '@matrix-derive/core'
import type { Syntax } from '../text/syntax.ts'
import type { Builder } from './build.ts'
import { operatorNamed } from './sign.ts'

type Power = Syntax & { kind: 'power' }

/** base^exponent. @throws `unsupported` for fractional powers of a matrix, `shape-mismatch` for ones that may be, `value` */
export function buildPower(builder: Builder, base: Expression, exponent: Expression, syntax: Power): Expression {
  const { store, model } = builder
  const value = numberOf(exponent)
  const power = operatorNamed(model.scope, 'power', syntax.span)
  if (value !== undefined && isZero(value)) {
    return isScalar(base.shape) ? number(store, one) : eye(store, base.shape.rows)
  }
  if (isScalar(base.shape)) {
    const zero = numberOf(base)
    if (zero !== undefined && isZero(zero) && value !== undefined && value.numerator < 0n) failDivision(syntax)
    return store.apply(power, [base, exponent])
  }
  if (value === undefined) {
    if (!has(exponent.facts, Fact.integer)) failExponent(syntax)
    return store.apply(power, [base, exponent])
  }
  if (!isInteger(value)) return failFraction(syntax, value)
  return value.numerator < 0n
    ? positivePower(builder, inverse(builder, base, syntax), negateRational(value), syntax)
    : positivePower(builder, base, value, syntax)
}

function positivePower({ store, model }: Builder, base: Expression, value: Rational, syntax: Power): Expression {
  if (value.numerator === 1n) return base
  return store.apply(operatorNamed(model.scope, 'power', syntax.span), [base, number(store, value)])
}

function inverse({ store, model }: Builder, base: Expression, syntax: Syntax): Expression {
  return store.apply(operatorNamed(model.scope, 'inv', syntax.span), [base])
}

function failExponent({ exponent }: Power): never {
  const name = exponent.kind === 'name' ? exponent.name : 'k'
  return fail('shape-mismatch', 'Expected an integer exponent for a matrix.', {
    span: exponent.span,
    suggestion: `Declare "${name}: integer", or write .^ for the power of every entry.`,
  })
}

function failFraction({ exponent }: Power, { numerator, denominator }: Rational): never {
  const isRoot = numerator === 1n && denominator === 2n
  return fail('unsupported', 'Expected an integer exponent for a matrix.', {
    span: exponent.span,
    suggestion: isRoot
      ? 'Write sqrtm(X) for the principal square root, or .^ for the power of every entry.'
      : 'Write expm(c*logm(X)), sqrtm(X) for a square root, or .^ for the power of every entry.',
  })
}

export function failDivision({ span }: Syntax): never {
  return fail('value', 'Expected a number other than 0 to divide by.', { span })
}

/** base.^exponent. */
export function buildEntrywisePower(
  { store, model }: Builder,
  base: Expression,
  exponent: Expression,
  syntax: Power,
): Expression {
  const value = numberOf(exponent)
  const zero = numberOf(base)
  if (value?.numerator === 1n && value.denominator === 1n) return base
  if (zero !== undefined && isZero(zero) && value !== undefined && value.numerator <= 0n) failDivision(syntax)
  return store.apply(operatorNamed(model.scope, 'hadamard-power', syntax.span), [base, exponent])
}

/** 1/x, entry by entry; of a number, the number. @throws `value` */
export function reciprocal({ store, model }: Builder, x: Expression, syntax: Syntax): Expression {
  const value = numberOf(x)
  if (value !== undefined && isZero(value)) failDivision(syntax)
  const operator = operatorNamed(model.scope, isScalar(x.shape) ? 'power' : 'hadamard-power', syntax.span)
  return store.apply(operator, [x, number(store, minusOne)])
}
