import {
  type Answer,
  type Block,
  type Derivation,
  definitionOf,
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
  /** The one variable that moves; absent where all do. */
  readonly moving?: Expression
  /** Who is to blame if they differ. */
  readonly identity?: IdentityReference
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
  const { blocks, layout, order, expression } = derivation
  /** What the blocks of the second differentiation are about: the stacked gradient. */
  let column = expression
  for (const [i, block] of blocks.entries()) {
    const { left, start, by, steps } = block
    const moving = movingIn(blocks, i)
    const of = left.kind === 'derivative' ? (left.by.length === 1 ? expression : column) : column
    const meaning = left.kind === 'derivative' ? undefined : meaningOf(store, left, of)
    const equation =
      left.kind === 'derivative' ? reproduction(store, of, start, left.by[0]) : { left: meaning!, right: start }
    lines.push({ part: block, ...equation, ...(moving && { moving }), ...(by && { identity: by }) })
    for (const step of steps) {
      const { identity, before, after } = step
      const converted =
        identity === layout.identity && left.kind === 'derivative'
          ? layout.toNumerator(store, after, { of: of.shape, by: left.by[0].shape })
          : after
      lines.push({ part: step, left: before, right: converted, identity, ...(moving && { moving }) })
    }
    if (left.kind !== 'derivative') continue
    const last = steps.at(-1)?.after ?? start
    if (order === 2 && left.by.length === 1) {
      column = stacked(store, last, left.by[0])
      continue
    }
    const answer = derivation.answers.find(({ variable }) => variable === left.by[0])!
    const pair = { of: of.shape, by: left.by[0].shape }
    const numerator = order === 1 ? layout.toNumerator(store, answer.expression, pair) : answer.expression
    answers.push({ part: answer, ...reproduction(store, of, numerator, left.by[0]), moving: left.by[0] })
    if (order === 2) column = expression
  }
  return { answers, lines }
}

/** The lines of df are about all variables, those of a derivative and of the second differential about one. */
function movingIn(blocks: readonly Block[], at: number): Expression | undefined {
  const { left } = blocks[at]
  if (left.kind === 'derivative') return left.by[0]
  if (left.kind !== 'differential' || left.order === 1) return undefined
  const next = blocks.slice(at).find(block => block.left.kind === 'derivative')
  return next?.left.kind === 'derivative' ? next.left.by[0] : undefined
}

/** What the left side of a chain stands for. */
function meaningOf(store: Store, left: Exclude<Left, { kind: 'derivative' }>, f: Expression): Expression {
  if (left.kind === 'definition') return definitionOf(left.name)
  if (left.kind === 'gradient') return f
  const d = differential(store, left.of ?? f)
  if (left.form === 'vec') return vec(store, d)
  return left.form === 'transposed' ? transpose(store, d) : d
}

/** The gradient as a column, from a derivative in numerator layout. */
function stacked(store: Store, derivative: Expression, variable: Expression): Expression {
  const kind = kindOf(variable.shape)
  if (kind === 'scalar') return derivative
  return kind === 'matrix' ? vec(store, flip(store, derivative)) : flip(store, derivative)
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
