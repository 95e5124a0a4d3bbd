import { type Dimension, fail, isOne, multiplyDimensions, type Shape, type Span } from '@matrix-derive/core'
import { failUnknownName } from '../scope.ts'
import type { Members, Syntax } from '../text/syntax.ts'
import type { Part } from './diagnose.ts'
import { isKnownName, isScalarShape, type Model, type OpenShape } from './model.ts'
import type { Ordered, Series } from './order.ts'
import { sizeOf } from './sizes.ts'
import { one } from './solver.ts'
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

/**
 * The name of a family of numbers alone: the vector of all of them. Undefined for what is no family.
 * @throws `syntax` for a family that is not known to be of numbers
 */
export function typeAllNumbers(model: Model, name: string, span: Span): OpenShape | undefined {
  const { solver } = model
  const family = membersOf(model, name)
  if (family === undefined) return undefined
  if (!isScalarShape(model, family)) {
    fail('syntax', `Expected a member of the family ${name}, received all of it.`, {
      span,
      suggestion: `Write ${name}[i] inside of sum(i in 1..${family.count}, ...), or [${name}[1], ..., ${name}[${family.count}]] for all.`,
    })
  }
  return { rows: solver.of(family.count), cols: one }
}

/** A family that is declared or was met before. */
function membersOf(model: Model, name: string): (OpenShape & { readonly count: Dimension }) | undefined {
  const { solver, inferred } = model
  const known = familyOf(model, name)
  if (known !== undefined) {
    return { rows: solver.of(known.shape.rows), cols: solver.of(known.shape.cols), count: known.count }
  }
  const { count, ...open } = inferred.get(name) ?? {}
  return count === undefined ? undefined : { ...(open as OpenShape), count }
}

/**
 * [x[1], ..., x[N]]: columns and matrices side by side, rows and numbers one below the other.
 * @throws `unknown-name`, `ambiguous`, `shape-mismatch`
 */
export function typeMembers(model: Model, { name, last, down, span }: Members): OpenShape {
  const { solver, scope } = model
  const count = sizeOf(last)
  const known = membersOf(model, name)
  if (known === undefined && (isKnownName(model, name) || isSize(model, name) || model.inferred.has(name))) {
    failAtSingle(name, span)
  }
  if (known === undefined && !scope.open) failUnknownName(scope, name, span)
  if (known !== undefined && known.count !== count) {
    fail('shape-mismatch', `Expected all members of ${name} up to ${name}[${known.count}].`, { span: last.span })
  }
  const { rows, cols } = known ?? inferAs(model, name, span, count)
  if (!(down ? solver.unify(rows, one) : solver.setMore(rows))) {
    fail('shape-mismatch', `Expected ${down ? ',' : ';'} between the members of ${name}.`, {
      span,
      suggestion:
        'Columns stand side by side, [x[1], ..., x[N]]; rows and numbers one below the other, [x[1]; ...; x[N]].',
    })
  }
  if (down) return { rows: solver.of(count), cols }
  const width = solver.known(cols)
  if (width !== undefined) return { rows, cols: solver.of(multiplyDimensions(width, count)) }
  return fail('ambiguous', `Expected a declaration of the family ${name}.`, {
    span,
    suggestion: `Declare it, say "${name}: matrix(m,n)[${count}]".`,
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
