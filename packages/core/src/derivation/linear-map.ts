import { zeros } from '../expression/constants.ts'
import type { Expression } from '../expression/expression.ts'
import { differential, holdsDifferential, isDifferential, transpose, vecOperator } from '../expression/linear.ts'
import { isMember } from '../expression/series.ts'
import { kindOf } from '../expression/shape.ts'
import { termsOf } from '../expression/sum.ts'
import { definitionOf } from '../expression/symbols.ts'
import { reachable, replace, substitute, throughNames } from '../expression/walk.ts'
import { layoutCase } from '../identity/layout.ts'
import { readable } from '../limits.ts'
import { expand, pick } from './expand.ts'
import { pathToDifferential } from './linear-form.ts'
import { prepared } from './naming.ts'
import type { Simplifier } from './simplify.ts'
import type { Block } from './step.ts'
import type { Work } from './work.ts'
import { withoutNames } from './written-out.ts'

/** A derivative as a linear map, or that it is left out because it is too long to be read. */
export type AsLinearMap = { readonly map: Expression } | { readonly mapLeftOut: true }

/**
 * The derivatives that stack f or the variable as what they are: dX ↦ df, which is shorter than a matrix for vec(dX), and
 * what people compute with. They are read off the last line of df before anything was stacked.
 */
export function linearMaps(
  work: Work,
  simplifier: Simplifier,
  blocks: readonly Block[],
  f: Expression,
  variables: readonly Expression[],
): ReadonlyMap<Expression, AsLinearMap> {
  const stacked = variables.filter(({ shape }) => layoutCase(kindOf(f.shape), kindOf(shape)) === 'other')
  const maps = new Map<Expression, AsLinearMap>()
  if (stacked.length === 0) return maps
  const line = plainLine(work, blocks, f, new Set(variables)) ?? inPlace(work, simplifier, f, new Set(variables))
  const { store } = work
  for (const variable of stacked) {
    if (line === undefined) {
      if (dependsOn(f, variable)) maps.set(variable, { mapLeftOut: true })
      continue
    }
    const others = variables.filter(other => other !== variable)
    const still = new Map(others.map(other => [differential(store, other), zeros(store, other.shape)]))
    const map = substitute(store, line, still)
    if (holdsDifferential(map)) maps.set(variable, { map: simplifier.simplify(withoutNames(work, map) ?? map) })
  }
  return maps
}

/** Whether the variable, or the family of which it is a member, stands in f at all. */
function dependsOn(f: Expression, variable: Expression): boolean {
  const root = isMember(variable) ? variable.operands[0] : variable
  return reachable([f], throughNames).includes(root)
}

/**
 * df expanded in place, each differential once however often it occurs: for what is used so often that the lines of the
 * argument had to stack it. Undefined where that is too long to read.
 */
function inPlace(
  work: Work,
  simplifier: Simplifier,
  f: Expression,
  variables: ReadonlySet<Expression>,
): Expression | undefined {
  const { store } = work
  if (reachable([f], throughNames).length > readable.linearMapParts) return undefined
  let whole = differential(store, f)
  const next = () => reachable([whole]).findLast(node => isDifferential(node) && !variables.has(node.operands[0]))
  for (let target = next(); target !== undefined; target = next()) {
    work.budget.spend()
    const inner = definitionOf(target.operands[0])
    const ready = prepared(work, inner)
    const change = ready === inner ? changeOf(work, target) : differential(store, ready)
    whole = replace(store, whole, target, change)
  }
  const plain = simplifier.simplify(withoutNames(work, whole) ?? whole)
  return plain.cost <= readable.linearMap ? plain : undefined
}

/** What becomes of a differential; of that of another member than the one by which it is derived, what stands for both. */
function changeOf(work: Work, target: Expression): Expression {
  const [inner] = target.operands
  const other = isMember(inner) && work.depends(inner)
  return other ? work.attempt(pick(work, 'chain', ['any member']), target)!.to : expand(work, target).to
}

/** The last whole line about df with differentials of the variables only, none of them under a vec. */
function plainLine(
  { store }: Work,
  blocks: readonly Block[],
  f: Expression,
  variables: ReadonlySet<Expression>,
): Expression | undefined {
  const isPlain = (line: Expression) =>
    termsOf(line).every(term => {
      const path = holdsDifferential(term) ? pathToDifferential(term) : []
      const last = path.at(-1)
      return last !== undefined && variables.has(last.operands[0]) && path.every(node => node.operator !== vecOperator)
    })
  for (const { left, start, steps } of blocks.toReversed()) {
    if (left.kind !== 'differential' || left.gradient !== undefined || left.of !== undefined) continue
    if (left.form === 'vec') continue
    const lines = [start, ...steps.filter(({ partial }) => !partial).map(({ after }) => after)]
    const found = lines.findLast(isPlain)
    // The lines about a row are about its transpose.
    if (found !== undefined) return kindOf(f.shape) === 'row vector' ? transpose(store, found) : found
  }
  return undefined
}
