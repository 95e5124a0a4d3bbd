import type { Dimension, Span } from '@matrix-derive/core'
import type { Scope } from '../scope.ts'
import { dimensionNames } from '../scope.ts'
import type { Definition, Syntax } from '../text/syntax.ts'
import { type Constraint, type Dimensions, propagate } from './constraint.ts'
import { appendInOrder, type Ordered } from './order.ts'
import { Solver, type Unknown } from './solver.ts'

/** Rows and columns that may still be open. */
export interface OpenShape {
  readonly rows: Unknown
  readonly cols: Unknown
}

/** A name that nobody declared. */
export interface InferredName extends OpenShape {
  readonly name: string
  readonly span: Span
  /** Vector or scalar; an upper-case name is a matrix. */
  readonly lower: boolean
  /** How many there are, of a family. */
  readonly count?: Dimension
}

/** A program on its way from text to expressions: what is known of the shape of every part. */
export interface Model {
  readonly text: string
  readonly scope: Scope
  readonly solver: Dimensions
  readonly nodes: Ordered[]
  /** The shape of each node. */
  readonly shapes: OpenShape[]
  readonly inferred: Map<string, InferredName>
  /** The defined names of the program that come before the part being read, and the node of each. */
  readonly defined: Map<string, number>
  /** All defined names, also those still to come. */
  readonly definedSomewhere: ReadonlySet<string>
  readonly dimensionNames: ReadonlySet<string>
  /** Names that a sum runs up to, or that a constant has as a size, and that nobody declared: sizes as well. */
  readonly limits: ReadonlySet<string>
  /** What could not be settled at once. */
  readonly constraints: Constraint[]
  /** Whether `d` is a name of the program, and so d(E) no differential. */
  readonly usesD: boolean
}

/** A model of nothing yet. */
export function createModel(
  text: string,
  scope: Scope,
  definitions: readonly Definition[],
  { usesD, limits }: Pick<Model, 'usesD' | 'limits'>,
): Model {
  return {
    text,
    scope,
    solver: new Solver<Constraint>(),
    nodes: [],
    shapes: [],
    inferred: new Map(),
    defined: new Map(),
    definedSomewhere: new Set(definitions.map(({ name }) => name)),
    dimensionNames: dimensionNames(scope),
    limits,
    constraints: [],
    usesD,
  }
}

/** Whether the name means something in the program without being inferred. */
export function isKnownName({ scope, definedSomewhere }: Model, name: string): boolean {
  return scope.declarations.has(name) || scope.values.has(name) || definedSomewhere.has(name)
}

/** Appends the nodes of an expression; its own is the last. */
export function appendNodes(model: Model, syntax: Syntax): void {
  appendInOrder(syntax, model.nodes, exponent => isTransposeExponent(model, exponent))
}

/** X^T is the transpose, unless T is a name of the program. */
export function isTransposeExponent(model: Model, exponent: Syntax): boolean {
  return exponent.kind === 'name' && exponent.name === 'T' && !isKnownName(model, 'T')
}

/** Adds a constraint and draws what follows. @throws what the constraint that fails has to say */
export function require(model: Model, constraint: Constraint): void {
  const dimensions =
    constraint.kind === 'choice'
      ? constraint.slots
      : constraint.kind === 'monomial'
        ? [...constraint.factors, constraint.result]
        : constraint.operands
  for (const dimension of new Set(dimensions)) {
    if (model.solver.known(dimension) === undefined) model.solver.watch(dimension, constraint)
  }
  model.constraints.push(constraint)
  constraint.queued = true
  model.solver.queue.push(constraint)
}

/** Draws all conclusions. @throws what the constraint that fails has to say */
export function conclude({ solver }: Model, spend?: () => void): void {
  if (solver.queue.length > 0) propagate(solver, spend)?.fail()
}

export function isScalarShape({ solver }: Model, { rows, cols }: OpenShape): boolean {
  return solver.isOne(rows) && solver.isOne(cols)
}

/** Whether it is known not to be a scalar. */
export function isLarge({ solver }: Model, { rows, cols }: OpenShape): boolean {
  return solver.isMore(rows) || solver.isMore(cols)
}

const letters = ['m', 'n', 'p', 'q', 'k', 'r', 's', 't', 'u', 'v', 'w']

/** Names for dimensions, in a fixed order, that mean nothing else in the program. */
export function freshDimensions(model: Model): () => Dimension {
  const taken = new Set<string>(model.dimensionNames)
  for (const { syntax } of model.nodes) {
    if (syntax.kind === 'name' || syntax.kind === 'element' || syntax.kind === 'members') taken.add(syntax.name)
    if (syntax.kind === 'series') taken.add(syntax.index)
    if (syntax.kind === 'call') for (const part of syntax.operands) if (part.kind === 'name') taken.add(part.name)
  }
  for (const name of model.definedSomewhere) taken.add(name)
  let next = 0
  return () => {
    for (;;) {
      const round = Math.floor(next / letters.length)
      const name = letters[next % letters.length] + (round === 0 ? '' : round)
      next++
      if (!taken.has(name)) return name
    }
  }
}
