import { type Expression, Fact, fail, named, type Shape, type Span, symbol } from '@matrix-derive/core'
import { type Builder, buildNodes } from './build/build.ts'
import { declarationText } from './declare/declaration.ts'
import { appendNodes, conclude, createModel, type InferredName, type Model } from './infer/model.ts'
import { nameSizes } from './infer/name-sizes.ts'
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
  const model = createModel(text, scope, definitions, isNameUsed(scope, 'd', definitions, expressions))
  for (const { name, expression } of definitions) {
    const from = model.nodes.length
    appendNodes(model, expression)
    typeNodes(model, from)
    model.defined.set(name, model.nodes.length - 1)
  }
  const roots = expressions.map(expression => {
    const from = model.nodes.length
    appendNodes(model, expression)
    typeNodes(model, from)
    return model.nodes.length - 1
  })
  demand(model, roots)
  conclude(model)
  const notes = decideNames(model)
  nameSizes(model)
  return buildModel(model, definitions, roots, notes)
}

function buildModel(
  model: Model,
  definitions: readonly Definition[],
  roots: readonly number[],
  notes: readonly Ambiguity[],
): Built {
  const { scope } = model
  const { store } = scope
  const builder: Builder = { model, store, names: declaredSymbols(scope), built: [] }
  const integers = integerNames(model)
  const assumptions: Assumption[] = []
  for (const inferred of model.inferred.values()) {
    const shape = shapeOfName(model, inferred)
    const integer = integers.has(inferred.name)
    const declaration = declarationText(shape, integer)
    const { name, span } = inferred
    builder.names.set(name, symbol(store, name, shape, integer ? Fact.integer : Fact.none))
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
  return { definitions: built, expressions, names: builder.names, assumptions, notes }
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
    if (shape !== undefined && count === undefined) names.set(name, symbol(store, name, shape, facts))
  }
  return names
}

function shapeOfName({ solver }: Model, { rows, cols }: InferredName): Shape {
  return { rows: solver.known(rows)!, cols: solver.known(cols)! }
}

/** Undeclared names in the exponent of a matrix are integers: nothing else is possible there. */
function integerNames({ nodes, shapes, solver, inferred }: Model): Set<string> {
  const integers = new Set<string>()
  for (const { syntax, parts } of nodes) {
    if (syntax.kind !== 'power' || syntax.entrywise || parts.length < 2 || solver.isOne(shapes[parts[0]].rows)) continue
    const open = [parts[1]]
    for (let at = open.pop(); at !== undefined; at = open.pop()) {
      const node = nodes[at]
      if (node.syntax.kind === 'name' && inferred.has(node.syntax.name)) integers.add(node.syntax.name)
      for (const part of node.parts) open.push(part)
    }
  }
  return integers
}

/** Whether the name stands somewhere for a value. */
function isNameUsed(
  scope: Scope,
  name: string,
  definitions: readonly Definition[],
  expressions: readonly Syntax[],
): boolean {
  if (scope.declarations.has(name) || scope.values.has(name)) return true
  if (definitions.some(definition => definition.name === name)) return true
  const open: Syntax[] = [...definitions.map(({ expression }) => expression), ...expressions]
  for (let syntax = open.pop(); syntax !== undefined; syntax = open.pop()) {
    if (syntax.kind === 'name' && syntax.name === name) return true
    if ('operands' in syntax) open.push(...syntax.operands)
    if ('operand' in syntax) open.push(syntax.operand)
    if (syntax.kind === 'power') open.push(syntax.exponent)
    if (syntax.kind === 'sum') for (const { term } of syntax.terms) open.push(term)
    if (syntax.kind === 'product') for (const { factor } of syntax.factors) open.push(factor)
  }
  return false
}
