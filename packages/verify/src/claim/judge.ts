import {
  type Condition,
  type Dimension,
  dependsOnLayout,
  type Expression,
  Fact,
  type Facts,
  flip,
  isMatrix,
  isSquare,
  isSymbol,
  type Layout,
  reachable,
  type Store,
  sameShape,
  throughNames,
} from '@matrix-derive/core'
import { equality } from '../prove.ts'
import { askAbout, type Supposition } from '../question.ts'
import type { Slices } from '../slices.ts'
import { assumptionsFor, canCompare, equalSizes } from './conditions.ts'
import { conventionOf, type Gradient } from './convention.ts'
import { type Grounds, groundsFor } from './equality.ts'
import { findScale } from './scale.ts'
import { asTransposed } from './transposed.ts'
import type { ClaimVerdict } from './verdict.ts'

/** What a claim is measured against. */
export interface Known {
  readonly store: Store
  readonly f: Expression
  readonly variable: Expression
  readonly order: number
  /** The derivative in numerator layout; proved. */
  readonly derivative: Expression
  /** The same before the structure of the variable was taken into account; where it was. */
  readonly plain?: Expression
  /** The layout that the claim should be in. */
  readonly layout: Layout
  readonly layouts: readonly Layout[]
  /** What the derivative relies on. */
  readonly conditions: readonly Condition[]
}

/** The derivative as a layout has it. */
interface Form {
  readonly layout: string
  readonly expression: Expression
}

const structural: Facts =
  Fact.symmetric | Fact.skew | Fact.diagonal | Fact.orthogonal | Fact.lower | Fact.upper | Fact.positiveDefinite

/**
 * What a claim is. The verdicts are tried from the best to the worst, each by computation, and the first that holds is the
 * verdict: `wrong` is what is left when nothing else is true. The work comes in slices, as that of a proof does.
 */
export function* judgeClaim(known: Known, claim: Expression): Slices<ClaimVerdict> {
  const { store, conditions } = known
  const forms = formsOf(known)
  const own = forms.find(({ layout }) => layout === known.layout.name)!
  return (
    (yield* asItStands(forms, own, claim, { conditions })) ??
    (yield* asTransposed(known, own.expression, claim, { conditions })) ??
    (yield* asScaled(store, forms, own, claim)) ??
    (yield* asConvention(known, claim, known.variable.facts & structural, { conditions })) ??
    (yield* asSupposed(known, forms, own, claim)) ??
    (yield* asWrong(forms, own, claim))
  )
}

function formsOf({ store, f, variable, order, derivative, layout, layouts }: Known): Form[] {
  const inLayout = dependsOnLayout(Array(order).fill(variable))
  const pair = { of: f.shape, by: variable.shape }
  const all = layouts.some(({ name }) => name === layout.name) ? layouts : [layout, ...layouts]
  return all.map(each => ({
    layout: each.name,
    expression: inLayout ? each.fromNumerator(store, derivative, pair) : derivative,
  }))
}

const basisOf = (all: readonly NonNullable<Grounds>[]): ClaimVerdict['basis'] =>
  all.includes('numeric') ? 'numeric' : 'exact'

/** The layouts in which the claim is the derivative. */
function* fitting(
  forms: readonly Form[],
  claim: Expression,
  supposing: Supposition,
): Slices<{ layout: string; grounds: Grounds }[]> {
  const found = new Map<Expression, Grounds>()
  for (const { expression } of forms) {
    if (!found.has(expression)) found.set(expression, yield* groundsFor(claim, expression, supposing))
  }
  return forms
    .map(({ layout, expression }) => ({ layout, grounds: found.get(expression) }))
    .filter(({ grounds }) => grounds !== undefined)
}

function* asItStands(
  forms: readonly Form[],
  own: Form,
  claim: Expression,
  supposing: Supposition,
): Slices<ClaimVerdict | undefined> {
  const found = yield* fitting(forms, claim, supposing)
  if (found.length === 0) return undefined
  const layouts = found.map(({ layout }) => layout)
  const verdict = layouts.includes(own.layout) ? 'equal' : 'other-layout'
  return { verdict, layouts, basis: basisOf(found.map(({ grounds }) => grounds!)) }
}

function* asScaled(
  store: Store,
  forms: readonly Form[],
  own: Form,
  claim: Expression,
): Slices<ClaimVerdict | undefined> {
  for (const { layout, expression } of [own, ...forms.filter(form => form !== own)]) {
    if (!sameShape(claim.shape, expression.shape)) continue
    const scale = yield* findScale(store, claim, expression)
    if (scale === undefined) continue
    return { verdict: 'scaled', by: scale.by, layout: layout === own.layout ? undefined : layout, basis: scale.grounds }
  }
  return undefined
}

function gradientOf({ store, f, variable, order, derivative, plain }: Known): Gradient | undefined {
  if (order !== 1 || !isMatrix(variable.shape)) return undefined
  return { f, variable, gradient: flip(store, plain ?? derivative), expectsPlain: plain === undefined }
}

function* asConvention(
  known: Known,
  claim: Expression,
  facts: Facts,
  supposing: Supposition,
): Slices<ClaimVerdict | undefined> {
  const gradient = facts === Fact.none ? undefined : gradientOf(known)
  const found = gradient && (yield* conventionOf(known.store, gradient, claim, facts, supposing))
  return found && { verdict: 'other-convention', convention: found.convention, conditions: [], basis: found.grounds }
}

/** Right under conditions. Before X is supposed to be more than symmetric, it may be one of the conventions for that. */
function* asSupposed(
  known: Known,
  forms: readonly Form[],
  own: Form,
  claim: Expression,
): Slices<ClaimVerdict | undefined> {
  const name = known.variable.data!.name
  const conditional = yield* asConditional(known, forms, own, claim)
  const isPlain =
    conditional?.verdict === 'conditional' &&
    conditional.conditions.every(
      condition => condition.kind === 'equal-sizes' || condition.name !== name || condition.structure === 'symmetric',
    )
  return isPlain ? conditional : ((yield* asSymmetricConvention(known, claim)) ?? conditional)
}

/** A convention for a variable that is symmetric, although nobody said so. */
function* asSymmetricConvention(known: Known, claim: Expression): Slices<ClaimVerdict | undefined> {
  const { variable } = known
  if (!isSquare(variable.shape) || (variable.facts & structural) !== Fact.none) return undefined
  const name = variable.data!.name!
  const supposing = { facts: new Map([[name, Fact.symmetric]]) }
  const found = yield* asConvention(known, claim, Fact.symmetric, supposing)
  if (found?.verdict !== 'other-convention' || found.convention === 'directional') return undefined
  return { ...found, conditions: [{ kind: 'structure', name, structure: 'symmetric' }] }
}

function* asConditional(
  known: Known,
  forms: readonly Form[],
  own: Form,
  claim: Expression,
): Slices<ClaimVerdict | undefined> {
  const { f, variable } = known
  const roots = [f, claim, variable]
  const symbols = reachable(roots, throughNames).filter(isSymbol)
  // Conditions are about the constants of a formula before they are about its variable.
  const ordered = [...symbols.filter(symbol => symbol !== variable), ...symbols.filter(symbol => symbol === variable)]
  const { dimensions } = askAbout(roots, () => false)
  const assumptions = [...shapeAssumptions(own.expression, claim), ...assumptionsFor(ordered, dimensions)]
  const isOfOwnShape = sameShape(own.expression.shape, claim.shape)
  for (const { conditions, supposing } of assumptions) {
    // Several conditions and another layout at once explain too much: swapped factors would pass for that.
    const isBold = isOfOwnShape && (supposing.facts?.size ?? 0) > 1
    const possible = forms.filter(form => canCompare(form.expression, claim, supposing))
    const found = yield* fitting(possible, claim, supposing)
    if (found.length === 0 || (isBold && !found.some(({ layout }) => layout === own.layout))) continue
    const layouts = found.map(({ layout }) => layout)
    return { verdict: 'conditional', conditions, layouts, basis: basisOf(found.map(({ grounds }) => grounds!)) }
  }
  return undefined
}

/** Sizes that would have to be equal for the claim to have the shape of the derivative. */
function shapeAssumptions(expected: Expression, claim: Expression) {
  const pairs = [
    [expected.shape.rows, claim.shape.rows],
    [expected.shape.cols, claim.shape.cols],
  ].filter(([a, b]) => a !== b)
  const isName = (dimension: Dimension) => /^[^\d*]+[^*]*$/.test(dimension)
  return pairs.length > 0 && pairs.flat().every(isName) ? [equalSizes(pairs)] : []
}

function* asWrong(forms: readonly Form[], own: Form, claim: Expression): Slices<ClaimVerdict> {
  const expected = [own, ...forms].map(({ expression }) => expression.shape)
  const shapes = expected.filter((shape, i) => expected.findIndex(other => sameShape(other, shape)) === i)
  const fits = [own, ...forms].find(({ expression }) => sameShape(expression.shape, claim.shape))
  if (fits === undefined) return { verdict: 'wrong', expected: shapes, basis: 'exact' }
  const { counterexample } = yield* equality(claim, fits.expression, { variables: [] })
  return { verdict: 'wrong', expected: shapes, basis: 'exact', ...(counterexample && { counterexample }) }
}
