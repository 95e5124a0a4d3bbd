import { type Dimension, fail, isOne, type Shape, type Span } from '@matrix-derive/core'
import { failUnknownName } from '../scope.ts'
import type { Syntax } from '../text/syntax.ts'
import type { Part } from './diagnose.ts'
import { isKnownName, type Model, type OpenShape } from './model.ts'
import type { Ordered, Series } from './order.ts'
import { sizeOf } from './sizes.ts'
import { requireScalar } from './type-arithmetic.ts'
import { inferAs } from './undeclared.ts'

type Element = Syntax & { kind: 'element' }

/** What is known of a family before any of its members is met. */
interface KnownFamily {
  readonly shape: Shape
  readonly count: Dimension
}

/** The family of this name that was declared, or that a program read before has. */
export function familyOf({ scope }: Model, name: string): KnownFamily | undefined {
  const declaration = scope.declarations.get(name)
  const { shape, count } = declaration ?? {}
  if (shape !== undefined && count !== undefined) return { shape, count }
  return declaration === undefined ? scope.values.get(name)?.data?.member : undefined
}

/**
 * Whether the name stands for a number that is the size of something: it is declared as a size, and not as a value that
 * may be anything, or a sum runs up to it.
 */
export function isSize({ scope, dimensionNames, definedSomewhere, limits, inferred }: Model, name: string): boolean {
  if (limits.has(name)) return true
  if (!dimensionNames.has(name) || definedSomewhere.has(name) || inferred.has(name)) return false
  const declared = scope.declarations.get(name)
  return declared === undefined ? !scope.values.has(name) : declared.kind === 'integer'
}

/** @throws `syntax` for the name of a family where a value should be */
export function failWithoutIndex(name: string, span: Span): never {
  return fail('syntax', `Expected a member of the family ${name}, received all of it.`, {
    span,
    suggestion: `Write ${name}[i] inside of sum(i in 1..N, ...).`,
  })
}

/** sum(i in 1..N, e) is of the shape of e. @throws `syntax`, `unsupported`, `shape-mismatch` */
export function typeSeries(model: Model, syntax: Series, [limit, term]: readonly Part[]): OpenShape {
  const { index, from, span } = syntax
  if (isKnownName(model, index) || model.inferred.has(index) || isSize(model, index)) {
    fail('syntax', `Expected an index that stands for nothing else, received ${index}.`, {
      span,
      suggestion: 'Give the index another name.',
    })
  }
  if (from.kind !== 'number' || !isOne(from.value)) {
    fail('unsupported', 'Expected a sum that begins at 1.', {
      span: from.span,
      suggestion: `Write sum(${index} in 1..N, ...).`,
    })
  }
  requireScalar(model, limit, 'as the limit of a sum')
  return term.shape
}

/** x[i], of the shape that the members of the family have. @throws `unknown-name`, `syntax`, `ambiguous`, `shape-mismatch` */
export function typeMember(model: Model, { name, span }: Element, index: Part, at: Ordered): OpenShape {
  const { solver, scope } = model
  requireScalar(model, index, 'as an index')
  const known = familyOf(model, name)
  if (known !== undefined) return { rows: solver.of(known.shape.rows), cols: solver.of(known.shape.cols) }
  if (isKnownName(model, name) || isSize(model, name)) failAtSingle(name, span)
  const inferred = model.inferred.get(name)
  if (inferred !== undefined) return inferred.count === undefined ? failAtSingle(name, span) : inferred
  if (!scope.open) failUnknownName(scope, name, span)
  const limit = at.binder?.series.to
  if (limit === undefined || (limit.kind !== 'name' && limit.kind !== 'number')) {
    fail('ambiguous', `Expected a declaration of the family ${name}: nothing says how many members it has.`, {
      span,
      suggestion: `Declare it, say "${name}: vector(n)[N]".`,
    })
  }
  return inferAs(model, name, span, sizeOf(limit))
}

function failAtSingle(name: string, span: Span): never {
  return fail('shape-mismatch', `Expected a family before [, received ${name}, of which there is only one.`, {
    span,
    suggestion: `Declare it as a family, say "${name}: vector(n)[N]".`,
  })
}
