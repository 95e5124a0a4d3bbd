import { type Expression, invertRational, isScalar, isZero, number, numberOf, product } from '@matrix-derive/core'
import { located } from '../text/located.ts'
import type { Factor, Syntax } from '../text/syntax.ts'
import type { Builder } from './build.ts'
import { failDivision, reciprocal } from './power.ts'
import { operatorNamed } from './sign.ts'

/**
 * Factors from left to right. A run of signs that belong together becomes one product, so that a long line is not
 * built once for every factor.
 */
export function buildFactors(
  builder: Builder,
  { factors }: Syntax & { kind: 'product' },
  operands: readonly Expression[],
): Expression {
  let left = operands[0]
  for (let at = 1; at < factors.length; ) {
    const start = at
    const kind = runOf(left, factors[at], operands[at])
    const run = [left]
    do {
      run.push(isQuotient(factors[at]) ? over(builder, factors[at], operands[at]) : operands[at])
      at++
    } while (at < factors.length && goesOn(kind, operands[at - 1]) && runOf(left, factors[at], operands[at]) === kind)
    const span = { start: factors[0].factor.span.start, end: factors[at - 1].factor.span.end }
    left = located(span, () => joinRun(builder, factors[start], kind, run))
  }
  return left
}

type Run = 'scaled' | 'matrix' | 'entrywise' | 'kronecker'

const runs = { '*': 'matrix', '/': 'matrix', '.*': 'entrywise', './': 'entrywise', '⊗': 'kronecker' } as const

/** Between scalars all products are the same; and a scalar over a matrix scales the entries of the inverse. */
function runOf(left: Expression, { sign }: Factor, operand: Expression): Run {
  if (isScalar(left.shape) && (isScalar(operand.shape) || sign === './')) return 'scaled'
  return runs[sign]
}

/** A matrix ends what was between scalars. */
function goesOn(kind: Run, last: Expression): boolean {
  return kind !== 'scaled' || isScalar(last.shape)
}

function isQuotient({ sign }: Factor): boolean {
  return sign === '/' || sign === './'
}

/** One over the divisor. */
function over(builder: Builder, { factor }: Factor, operand: Expression): Expression {
  const value = numberOf(operand)
  if (value === undefined) return reciprocal(builder, operand, factor)
  return isZero(value) ? failDivision(factor) : number(builder.store, invertRational(value))
}

function joinRun({ store, model }: Builder, first: Factor, kind: Run, run: readonly Expression[]): Expression {
  const { span } = first.factor
  if (kind === 'entrywise') return store.apply(operatorNamed(model.scope, 'hadamard', span), run)
  if (kind === 'kronecker') return store.apply(operatorNamed(model.scope, 'kron', span), run)
  return product(store, run)
}
