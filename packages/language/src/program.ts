import {
  type Dimension,
  type Expression,
  Fact,
  type Facts,
  fail,
  family,
  named,
  type Shape,
  type Span,
  type Store,
  symbol,
} from '@matrix-derive/core'
import { type Builder, buildNodes } from './build/build.ts'
import { declarationText } from './declare/declaration.ts'
import { appendNodes, conclude, createModel, type InferredName, type Model } from './infer/model.ts'
import { nameSizes } from './infer/name-sizes.ts'
import { everyPart, limitsIn, type Ordered } from './infer/order.ts'
import { type Ambiguity, decideNames } from './infer/search.ts'
import { typeNodes } from './infer/type-node.ts'
import type { Scope } from './scope.ts'
import type { Definition, Syntax } from './text/syntax.ts'

/** A name without a declaration, and what it was taken to be. */
export interface Assumption {
  readonly name: string
  /** Say `matrix(m,n)`. */
  readonly declaration: string
  /** Say `A: matrix(m,n)`. */
  readonly text: string
  /** Where the name stands first. */
  readonly span: Span
}

/** Definitions and expressions, built in one scope. */
export interface Built {
  readonly definitions: readonly { readonly name: string; readonly expression: Expression }[]
  readonly expressions: readonly Expression[]
  /** All names of values: symbols and intermediates. */
  readonly names: ReadonlyMap<string, Expression>
  /** Names that sums run up to and that nobody declared: sizes. */
  readonly limits: ReadonlySet<string>
  readonly assumptions: readonly Assumption[]
  readonly notes: readonly Ambiguity[]
}

/** More demands on the shapes of the roots than their own; `roots` are the nodes of the expressions. */
export type Demand = (model: Model, roots: readonly number[]) => void

/**
 * From syntax to expressions: gives every part its shape, decides what was left open, names sizes, builds.
 * @throws every error a program can have, except `syntax` of the text
 */
export function buildProgram(
  text: string,
  scope: Scope,
  definitions: readonly Definition[],
  expressions: readonly Syntax[],
  demand: Demand = () => {},
): Built {
  for (const { name, nameSpan } of definitions) refuseTakenName(scope, name, nameSpan)
  const roots = [...definitions.map(({ expression }) => expression), ...expressions]
  const parts = everyPart(roots)
  const limits = limitNames(scope, definitions, roots)
  const model = createModel(text, scope, definitions, { usesD: isNameUsed(scope, 'd', definitions, parts), limits })
  for (const { name, expression } of definitions) {
    const from = model.nodes.length
    appendNodes(model, expression)
    typeNodes(model, from)
    model.defined.set(name, model.nodes.length - 1)
  }
  const ends = expressions.map(expression => {
    const from = model.nodes.length
    appendNodes(model, expression)
    typeNodes(model, from)
    return model.nodes.length - 1
  })
  demand(model, ends)
  conclude(model)
  const notes = decideNames(model)
  nameSizes(model)
  return buildModel(model, definitions, ends, notes)
}

function buildModel(
  model: Model,
  definitions: readonly Definition[],
  roots: readonly number[],
  notes: readonly Ambiguity[],
): Built {
  const { scope } = model
  const { store } = scope
  for (const name of [...scope.functions.keys(), ...model.dimensionNames, ...model.limits]) store.reserve(name)
  const builder: Builder = { model, store, names: declaredSymbols(scope), built: [], limits: new Map() }
  const integers = integerNames(model)
  const assumptions: Assumption[] = []
  for (const inferred of model.inferred.values()) {
    const shape = shapeOfName(model, inferred)
    const integer = integers.has(inferred.name)
    const { name, span, count } = inferred
    const declaration = declarationText(shape, integer) + (count === undefined ? '' : `[${count}]`)
    const facts = integer ? Fact.integer : Fact.none
    builder.names.set(name, valueNamed(store, name, { shape, facts, count }))
    assumptions.push({ name, declaration, text: `${name}: ${declaration}`, span })
  }
  const built = definitions.map(({ name }) => {
    const node = model.defined.get(name)!
    buildNodes(builder, node)
    const expression = named(store, name, builder.built[node])
    builder.names.set(name, expression)
    return { name, expression }
  })
  const expressions = roots.map(root => {
    buildNodes(builder, root)
    return builder.built[root]
  })
  return { definitions: built, expressions, names: builder.names, limits: model.limits, assumptions, notes }
}

function refuseTakenName({ declarations, values }: Scope, name: string, span: Span): void {
  if (!declarations.has(name) && !values.has(name)) return
  fail('syntax', `Expected a new name, received "${name}", which is declared.`, {
    span,
    suggestion: 'Give the intermediate another name, or leave the declaration out.',
  })
}

/** Declared names come first, so that the same declarations give the same symbols. */
function declaredSymbols({ declarations, values, store }: Scope): Map<string, Expression> {
  const names = new Map(values)
  for (const [name, { shape, facts, count }] of declarations) {
    if (shape !== undefined) names.set(name, valueNamed(store, name, { shape, facts, count }))
  }
  return names
}

/** A symbol, or where there are several a family. */
function valueNamed(
  store: Store,
  name: string,
  { shape, facts, count }: { shape: Shape; facts: Facts; count: Dimension | undefined },
): Expression {
  return count === undefined ? symbol(store, name, shape, facts) : family(store, name, { shape, facts, count })
}

function shapeOfName({ solver }: Model, { rows, cols }: InferredName): Shape {
  return { rows: solver.known(rows)!, cols: solver.known(cols)! }
}

/** Undeclared names in the exponent of a matrix or the limit of a sum are integers: nothing else is possible there. */
function integerNames(model: Model): Set<string> {
  const { nodes, inferred } = model
  const integers = new Set<string>()
  for (const node of nodes) {
    const open = integerPart(model, node)
    for (let at = open.pop(); at !== undefined; at = open.pop()) {
      const node = nodes[at]
      if (node.syntax.kind === 'name' && inferred.has(node.syntax.name)) integers.add(node.syntax.name)
      for (const part of node.parts) open.push(part)
    }
  }
  return integers
}

/** The part of a node that must be an integer. */
function integerPart({ shapes, solver }: Model, { syntax, parts }: Ordered): number[] {
  if (syntax.kind === 'series') return [parts[0]]
  const isMatrixPower =
    syntax.kind === 'power' && !syntax.entrywise && parts.length === 2 && !solver.isOne(shapes[parts[0]].rows)
  return isMatrixPower ? [parts[1]] : []
}

/** Whether the name stands somewhere for a value. */
function isNameUsed(scope: Scope, name: string, definitions: readonly Definition[], parts: readonly Syntax[]): boolean {
  if (scope.declarations.has(name) || scope.values.has(name)) return true
  if (definitions.some(definition => definition.name === name)) return true
  return parts.some(syntax => 'name' in syntax && syntax.kind !== 'call' && syntax.name === name)
}

/** The names that are limits of sums or sizes of constants and by declaration or definition nothing else than integers. */
function limitNames(
  { declarations, values }: Scope,
  definitions: readonly Definition[],
  roots: readonly Syntax[],
): Set<string> {
  const isOther = (name: string) =>
    (declarations.has(name) && declarations.get(name)!.kind !== 'integer') ||
    values.has(name) ||
    definitions.some(definition => definition.name === name)
  return new Set(limitsIn(roots).filter(name => !isOther(name)))
}
