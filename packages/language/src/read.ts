import {
  createStore,
  defaultLimits,
  type Expression,
  fail,
  isNamed,
  type Limits,
  type Operator,
  type Shape,
  type Store,
  shapeToText,
} from '@matrix-derive/core'
import type { Declaration } from './declare/declaration.ts'
import { type DeclarationInput, readConditions, readDeclarations, readName } from './declare/declarations.ts'
import { failAtShapes } from './infer/diagnose.ts'
import type { Model } from './infer/model.ts'
import { everyPart } from './infer/order.ts'
import { unifyShapes } from './infer/type-arithmetic.ts'
import { type Assumption, buildProgram, type Demand } from './program.ts'
import { declaredFunctions, lookup, type Scope, suggestName } from './scope.ts'
import { parse, parseSingle, parseStatement } from './text/parse.ts'
import type { Program } from './text/syntax.ts'

/** What a name of a program is. */
export interface ProgramSymbol {
  readonly expression: Expression
  /** Say `matrix(m,n)`. */
  readonly declaration: string
  /** Whether nobody declared it. */
  readonly inferred: boolean
}

/** How the text wrote things that can be written in several ways: results are written alike. */
export interface WritingStyle {
  readonly inverse: 'function' | 'power'
}

/** A program, read: expressions with known shapes, and all that was assumed to get there. */
export interface ReadProgram {
  readonly expression: Expression
  readonly definitions: readonly { readonly name: string; readonly expression: Expression }[]
  /** Declared names first, as declared; then inferred ones, as they come. */
  readonly symbols: ReadonlyMap<string, ProgramSymbol>
  readonly assumptions: readonly Assumption[]
  /** What else the program could have meant. */
  readonly notes: readonly string[]
  readonly style: WritingStyle
  /** For reading more expressions about the same names. */
  readonly scope: Scope
}

export interface ProgramInput {
  readonly text: string
  readonly declarations?: DeclarationInput
  readonly operators: readonly Operator[]
  readonly store?: Store
  readonly limits?: Limits
  /** Names that must be there. */
  readonly wrt?: readonly string[]
}

/**
 * Reads a program: text to expressions.
 * @throws `syntax`, `unknown-name`, `unknown-function`, `shape-mismatch`, `not-square`, `arity`, `ambiguous`,
 * `unsupported`, `limit-exceeded`, `value`
 */
export function readProgram(input: ProgramInput): ReadProgram {
  const { text, declarations: given = {}, limits = defaultLimits, store = createStore(limits), wrt = [] } = input
  const program = parse(text, limits)
  const operators = lookup(input.operators)
  const declarations = readDeclarations(given)
  const functions = declaredFunctions(declarations, operators)
  const scope: Scope = { store, operators, declarations, functions, values: new Map(), sizes: new Set(), open: true }
  const built = buildProgram(text, scope, program.definitions, [program.expression])
  const symbols = new Map<string, ProgramSymbol>()
  for (const [name, declaration] of declarations) {
    const expression = built.names.get(name)
    if (expression !== undefined) symbols.set(name, { expression, declaration: declaration.text, inferred: false })
  }
  for (const { name, declaration } of built.assumptions) {
    symbols.set(name, { expression: built.names.get(name)!, declaration, inferred: true })
  }
  const closed: Scope = { ...scope, values: built.names, sizes: built.limits, open: false }
  for (const name of wrt) requireName(closed, name)
  return {
    expression: built.expressions[0],
    definitions: built.definitions,
    symbols,
    assumptions: built.assumptions,
    notes: built.notes.map(({ message }) => message),
    style: styleOf(program),
    scope: closed,
  }
}

/** A name to differentiate by is a value of the program. @throws `unknown-name`, without a span */
function requireName(scope: Scope, written: string): void {
  const name = readName(written)
  if (scope.values.has(name)) return
  fail('unknown-name', `Expected a name of the program, received "${name}".`, { suggestion: suggestName(scope, name) })
}

/** `inv(X)` where the text writes so, otherwise `X^-1`. */
function styleOf({ definitions, expression }: Program): WritingStyle {
  const parts = everyPart([...definitions.map(definition => definition.expression), expression])
  const isCalled = parts.some(syntax => syntax.kind === 'call' && syntax.name === 'inv')
  return { inverse: isCalled ? 'function' : 'power' }
}

/**
 * Reads one expression about the names of a program read before.
 * @throws what {@link readProgram} throws, and `unknown-name` for every name that is not one of the program's
 */
export function readExpression(text: string, scope: Scope, limits: Limits = defaultLimits): Expression {
  const { expression } = parseSingle(text, limits)
  return buildProgram(text, scope, [], [expression]).expressions[0]
}

/**
 * Reads a claim about a program: an expression of its names, after definitions of its own, which may call other things
 * by the names of the program's definitions. A known shape says how large an `eye` is.
 * @throws what {@link readExpression} throws; `shape-mismatch` when it has another shape
 */
export function readClaim(text: string, scope: Scope, shape?: Shape, limits: Limits = defaultLimits): Expression {
  const { definitions, expression } = parse(text, limits)
  const values = new Map(scope.values)
  for (const { name } of definitions) {
    const known = values.get(name)
    if (known !== undefined && isNamed(known)) values.delete(name)
  }
  const demand: Demand = (model, [root]) => {
    if (shape === undefined) return
    const expected = { rows: model.solver.of(shape.rows), cols: model.solver.of(shape.cols) }
    if (unifyShapes(model, expected, model.shapes[root])) return
    fail('shape-mismatch', `Expected an expression of shape ${shapeToText(shape)}.`, { span: expression.span })
  }
  return buildProgram(text, { ...scope, values }, definitions, [expression], demand).expressions[0]
}

/** Both sides of an identity's statement. */
export interface ReadStatement {
  readonly left: Expression
  readonly right: Expression
  /** `=` may be used in both directions, `->` in one. */
  readonly direction: 'two-way' | 'directed'
  /** The metavariables that are values. */
  readonly symbols: ReadonlyMap<string, Expression>
  /** The metavariables that are functions. */
  readonly functions: ReadonlyMap<string, Operator>
  /** The words around each declaration, for whoever knows what they mean. */
  readonly predicates: Readonly<Record<string, readonly string[]>>
}

/**
 * Reads the statement of an identity, `left = right` or `left -> right`, whose names are the metavariables of `where`.
 * @throws what {@link readProgram} throws; `shape-mismatch` when the sides differ in shape
 */
export function readStatement(
  text: string,
  where: Readonly<Record<string, string>>,
  operators: readonly Operator[],
  store: Store = createStore(),
): ReadStatement {
  const { left, right, direction } = parseStatement(text)
  const conditions = readConditions(where)
  const declarations = new Map<string, Declaration>()
  const predicates: Record<string, readonly string[]> = {}
  for (const [name, condition] of conditions) {
    declarations.set(name, condition.declaration)
    predicates[name] = condition.predicates
  }
  const byName = lookup(operators)
  const functions = declaredFunctions(declarations, byName)
  const scope: Scope = {
    store,
    operators: byName,
    declarations,
    functions,
    values: new Map(),
    sizes: new Set(),
    open: false,
  }
  const built = buildProgram(text, scope, [], [left, right], requireSameShape)
  return {
    left: built.expressions[0],
    right: built.expressions[1],
    direction,
    symbols: built.names,
    functions,
    predicates,
  }
}

function requireSameShape(model: Model, [left, right]: readonly number[]): void {
  const part = (node: number) => ({ span: model.nodes[node].syntax.span, shape: model.shapes[node] })
  if (!unifyShapes(model, model.shapes[left], model.shapes[right])) {
    failAtShapes(model, 'sides', part(left), part(right))
  }
}
