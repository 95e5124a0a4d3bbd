import {
  type Answer,
  type Block,
  type Derivation,
  definitionOf,
  dependsOnLayout,
  differential,
  type Expression,
  flip,
  type IdentityReference,
  kindOf,
  type Left,
  product,
  type Step,
  type Store,
  trace,
  transpose,
  vec,
} from '@matrix-derive/core'

/** Two expressions that are equal if a part of a derivation is right. */
export interface Obligation {
  /** What is right then: a step, the start of a chain of equations, an answer. */
  readonly part: Step | Block | Answer
  readonly left: Expression
  readonly right: Expression
  /** The variables that move; absent where all do. */
  readonly moving?: readonly Expression[]
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
  const { blocks, layout, order, expression, variables } = derivation
  /** What the derivatives of each order are taken of: f, and columns made of the derivatives read off last. */
  const functions = [expression]
  for (const block of blocks) {
    const { left, start, by, steps } = block
    const moving = movingIn(left)
    const blame = { ...(moving && moving.length < variables.length && { moving }), ...(by && { identity: by }) }
    const of = functions[orderOf(left)]
    const equation =
      left.kind === 'derivative'
        ? reproduction(store, of, start, last(left.by))
        : { left: meaningOf(store, left, of), right: start }
    lines.push({ part: block, ...equation, ...blame })
    for (const step of steps) {
      const { identity, before, after } = step
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
    const answer = derivation.answers.find(({ by }) => by.every((variable, i) => variable === left.by[i]))
    // A derivation in the making may not have come to it yet.
    if (answer === undefined) continue
    const pair = { of: of.shape, by: last(left.by).shape }
    const inLayout = dependsOnLayout(left.by)
    const numerator = inLayout ? layout.toNumerator(store, answer.expression, pair) : answer.expression
    answers.push({ part: answer, ...reproduction(store, of, numerator, last(left.by)), moving: [last(left.by)] })
  }
  return { answers, lines }
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

/** The equation that says that this is the derivative of f by x in numerator layout. */
export function reproduction(
  store: Store,
  f: Expression,
  derivative: Expression,
  x: Expression,
): { readonly left: Expression; readonly right: Expression } {
  const [df, dx] = [differential(store, f), differential(store, x)]
  const [of, by] = [kindOf(f.shape), kindOf(x.shape)]
  if (of === 'scalar' && by === 'matrix') return { left: df, right: trace(store, product(store, [derivative, dx])) }
  if (by === 'scalar' && of === 'matrix') return { left: df, right: product(store, [derivative, dx]) }
  const column = (y: Expression, kind: string) => (kind === 'scalar' || kind === 'vector' ? y : vec(store, y))
  return { left: column(df, of), right: product(store, [derivative, column(dx, by)]) }
}
