import {
  type Answer,
  type Block,
  type Derivation,
  definitionOf,
  dependsOnLayout,
  differential,
  type Expression,
  flip,
  freeVariables,
  type IdentityReference,
  kindOf,
  type Left,
  type Step,
  type Store,
  substituteThroughNames,
  transpose,
  vec,
} from '@matrix-derive/core'
import { reproduction } from './reproduction.ts'
import { gradientEquations, structureEquations } from './structured.ts'

/** Two expressions that are equal if a part of a derivation is right; a part may have several. */
export interface Obligation {
  /** What is right then: a step, the start of a chain of equations, an answer. */
  readonly part: Step | Block | Answer
  readonly left: Expression
  readonly right: Expression
  /** The variables that move; absent where all do. */
  readonly moving?: readonly Expression[]
  /** Whether they are equal only while the variables move within their structures. */
  readonly alongStructure?: true
  /** Who is to blame if they differ. */
  readonly identity?: IdentityReference & { readonly plugin?: string }
}

/** All that must hold for a derivation to be right: of its answers, and of every line of the argument. */
export interface Obligations {
  readonly answers: readonly Obligation[]
  readonly lines: readonly Obligation[]
}

/**
 * An answer must reproduce the differential of f itself, whatever the lines say; a step must keep the value of its line;
 * a chain must start at what its left side stands for.
 */
export function obligationsOf(derivation: Derivation, store: Store): Obligations {
  const lines: Obligation[] = []
  const answers: Obligation[] = []
  const { blocks, layout, order, derived, variables } = derivation
  /** What the derivatives of each order are taken of: f, and columns made of the derivatives read off last. */
  const functions = [derived]
  for (const block of blocks) {
    const { left, start, by, steps } = block
    const moving = movingIn(left)
    const blame = { ...(moving && moving.length < variables.length && { moving }), ...(by && { identity: by }) }
    const of = functions[orderOf(left)]
    if (left.kind === 'gradient' && by?.phases.includes('structure')) {
      // From here on it is the gradient by what the mode speaks of that is derived.
      const f = functions[left.by.length - 1]
      lines.push(...structuredGradient(derivation, store, block, f, of, last(left.by)))
      functions[left.by.length] = start
      for (const step of steps)
        lines.push({ part: step, left: step.before, right: step.after, identity: step.identity })
      continue
    }
    const equation =
      left.kind === 'derivative'
        ? reproduction(store, of, start, last(left.by))
        : { left: meaningOf(store, left, of), right: start }
    lines.push({ part: block, ...equation, ...blame })
    for (const step of steps) {
      const { identity, before, after } = step
      if (identity.phases.includes('structure')) {
        lines.push(...structured(derivation, store, of, step, after, variableOf(derivation, left), identity))
        continue
      }
      const converted =
        identity === layout.identity && left.kind === 'derivative'
          ? layout.toNumerator(store, after, { of: of.shape, by: last(left.by).shape })
          : after
      lines.push({ part: step, ...blame, left: before, right: converted, identity })
    }
    if (left.kind !== 'derivative') continue
    if (left.by.length < order) {
      functions[left.by.length] = stacked(store, steps.at(-1)?.after ?? start, last(left.by))
      continue
    }
    const answer = answerFor(derivation, left)
    // A derivation in the making may not have come to it yet.
    if (answer === undefined) continue
    const pair = { of: of.shape, by: last(left.by).shape }
    const inLayout = dependsOnLayout(left.by)
    const numerator = inLayout ? layout.toNumerator(store, answer.expression, pair) : answer.expression
    if (answer.map !== undefined) {
      const map = { left: differential(store, of), right: answer.map }
      answers.push({ part: answer, ...map, moving: [last(left.by)] })
    }
    if (answer.plain !== undefined) {
      const own = answer.by[answer.by.length - 1]
      answers.push(...structured(derivation, store, of, answer, numerator, own))
    } else answers.push({ part: answer, ...reproduction(store, of, numerator, last(left.by)), moving: [last(left.by)] })
  }
  return { answers, lines }
}

/** What holds of a derivative that takes account of the structure of the variable: only along that structure. */
function structured(
  { structure, variables }: Derivation,
  store: Store,
  of: Expression,
  part: Obligation['part'],
  numerator: Expression,
  variable: Expression,
  identity?: IdentityReference,
): Obligation[] {
  if (structure === 'ignore') throw new Error('A derivation that ignores structures has no step that uses one.')
  const equations = structureEquations(store, structure, asDeclared(store, of, variables), numerator, variable)
  return equations.map(equation => ({
    part,
    ...equation,
    moving: [variable],
    alongStructure: true as const,
    ...(identity && { identity }),
  }))
}

/** A column that a line says is the gradient of f by what the mode speaks of. */
function structuredGradient(
  { structure, variables }: Derivation,
  store: Store,
  block: Block,
  f: Expression,
  gradients: Expression,
  free: Expression,
): Obligation[] {
  if (structure === 'ignore') throw new Error('A derivation that ignores structures has no step that uses one.')
  const variable = variables.find(each => nameOf(each) === nameOf(free))!
  const [own, plain] = [block.start, gradients].map(each => asDeclared(store, each, variables))
  return gradientEquations(store, structure, f, plain, own, variable).map(equation => ({
    part: block,
    ...equation,
    moving: [variable],
    alongStructure: true as const,
    ...(block.by && { identity: block.by }),
  }))
}

/** The expression about the variables as they are declared, where lines speak of them without their structure. */
function asDeclared(store: Store, expression: Expression, variables: readonly Expression[]): Expression {
  return substituteThroughNames(store, expression, freeVariables({ store, expression, variables }).own)
}

const nameOf = (variable: Expression) => variable.data!.name!

/** The answer that a derivative is; lines are about variables of the same names, but without structure. */
function answerFor({ answers }: Derivation, left: Left & { kind: 'derivative' }): Answer | undefined {
  return answers.find(({ by }) => by.every((variable, i) => nameOf(variable) === nameOf(left.by[i])))
}

/** The variable of a derivative as it is asked about. */
function variableOf({ variables }: Derivation, left: Left): Expression {
  const by = left.kind === 'derivative' ? last(left.by) : undefined
  return variables.find(variable => by !== undefined && nameOf(variable) === nameOf(by))!
}

const last = <T>(all: readonly T[]): T => all[all.length - 1]

/** How many derivatives were taken before the one that a left side is about. */
function orderOf(left: Left): number {
  if (left.kind === 'derivative') return left.by.length - 1
  if (left.kind === 'gradient') return left.by.length
  return left.kind === 'differential' && left.gradient !== undefined ? left.gradient.by.length : 0
}

/** The variables of a differential's line; a derivative is by one of them. */
function movingIn(left: Left): readonly Expression[] | undefined {
  if (left.kind === 'derivative') return [last(left.by)]
  return left.kind === 'differential' ? left.variables : undefined
}

/** What the left side of a chain stands for. */
function meaningOf(store: Store, left: Exclude<Left, { kind: 'derivative' }>, f: Expression): Expression {
  if (left.kind === 'definition') return definitionOf(left.name)
  if (left.kind === 'gradient') return f
  if (left.form === 'term') return left.of!
  const d = differential(store, left.of ?? f)
  if (left.form === 'vec') return vec(store, d)
  return left.form === 'transposed' ? transpose(store, d) : d
}

/** What the next derivative is taken of: the gradients of all entries, stacked, from a derivative in numerator layout. */
function stacked(store: Store, derivative: Expression, variable: Expression): Expression {
  if (kindOf(variable.shape) === 'scalar') return derivative
  const turned = flip(store, derivative)
  return kindOf(turned.shape) === 'matrix' ? vec(store, turned) : turned
}
