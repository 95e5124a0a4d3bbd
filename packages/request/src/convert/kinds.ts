import {
  createStore,
  type DerivativePair,
  fail,
  type Layout,
  numeratorShape,
  requireProblem,
  type Shape,
  sameShape,
  scalarShape,
  shapeToText,
  symbol,
  unit,
} from '@matrix-derive/core'
import { type ReadProgram, readDeclarations, readName } from '@matrix-derive/language'

/** `f by X`: of what by what a formula is the derivative, each a name or a kind. */
export interface OfBy {
  readonly of: string
  readonly by: string
}

/** @throws `value` */
export function readOfBy(text: string): OfBy {
  const found = /^\s*(.+?)\s+by\s+(.+?)\s*$/.exec(text)
  if (found !== null) return { of: found[1], by: found[2] }
  return fail('value', `Expected of what by what it is the derivative, such as "f by X", received "${text}".`, {
    suggestion: 'Names that are declared may stand there, and kinds: "scalar by matrix(m,n)".',
  })
}

/** The shape that a derivative of this pair has in a layout. */
export function shapeIn(layout: Layout, pair: DerivativePair): Shape {
  const store = createStore()
  return layout.fromNumerator(store, symbol(store, 'D_', numeratorShape(pair)), pair).shape
}

/** The shape of a declared name, or of a kind; undefined for a name that nothing is known of. */
export function declaredShape(text: string, variables: Readonly<Record<string, string>>): Shape | undefined {
  const declared = Object.entries(variables).find(([name]) => readName(name) === readName(text))
  if (declared !== undefined) return shapeOf(declared[1])
  return /^[\p{L}_][\p{L}\p{N}_]*$/u.test(text) && text !== 'scalar' ? undefined : shapeOf(text)
}

/** @throws `value` for what is no kind of a value */
function shapeOf(kind: string): Shape {
  try {
    const shape = readDeclarations({ X: kind }).get('X')?.shape
    if (shape !== undefined) return shape
  } catch (thrown) {
    requireProblem(thrown)
  }
  return fail('value', `Expected a name, or a kind such as scalar, vector(n) or matrix(m,n), received "${kind}".`)
}

/** A pair of kinds, and what was assumed to know them. */
export interface FoundPair {
  readonly pair: DerivativePair
  readonly assumptions: readonly string[]
}

/**
 * What a formula is the derivative of and by, where that is not declared: f is a scalar, and the variable has a shape with
 * which the formula has the shape that the layout asks for.
 * @throws `shape-mismatch`, saying how to declare the names
 */
export function pairFor(
  { of, by }: OfBy,
  program: ReadProgram,
  from: Layout,
  variables: Readonly<Record<string, string>>,
): FoundPair {
  const { shape } = program.expression
  const known = (text: string) =>
    declaredShape(text, variables) ?? program.symbols.get(readNameOr(text))?.expression.shape
  const [f, x] = [known(of), known(by)]
  for (const pair of combinations(f ? [f] : [scalarShape], x ? [x] : shapesOfVariable(by, shape))) {
    if (!sameShape(shapeIn(from, pair), shape)) continue
    const assume = (name: string, found: Shape, given: Shape | undefined) =>
      given === undefined ? [`${name}: ${kindText(found)}`] : []
    return { pair, assumptions: [...assume(of, pair.of, f), ...assume(by, pair.by, x)] }
  }
  const expected = x ? ` of shape ${shapeToText(shapeIn(from, { of: f ?? scalarShape, by: x }))}` : ''
  const suggestion =
    f && x
      ? 'Declare the names of the formula so that it has that shape, or correct the layout.'
      : `Declare both kinds, say --var "${of}: vector(m)" --var "${by}: vector(n)", or correct the layout.`
  return fail(
    'shape-mismatch',
    `Expected a derivative of ${of} by ${by} in ${from.name} layout${expected}, received a formula of shape ${shapeToText(shape)}.`,
    { suggestion },
  )
}

/** The canonical spelling of a name; of a kind itself. */
function readNameOr(text: string): string {
  return /^[\p{L}_][\p{L}\p{N}_]*$/u.test(text) ? readName(text) : text
}

const combinations = (of: readonly Shape[], by: readonly Shape[]): DerivativePair[] =>
  of.flatMap(f => by.map(x => ({ of: f, by: x })))

/** Upper case is a matrix, lower case a vector or a scalar, as everywhere in the language. */
function shapesOfVariable(name: string, { rows, cols }: Shape): Shape[] {
  const column = (size: string) => ({ rows: size, cols: unit })
  if (/^\p{Lu}/u.test(name))
    return [
      { rows, cols },
      { rows: cols, cols: rows },
    ]
  return [column(rows), column(cols), scalarShape].filter(({ rows }, i) => i === 2 || rows !== unit)
}

function kindText({ rows, cols }: Shape): string {
  if (rows === unit && cols === unit) return 'scalar'
  return cols === unit ? `vector(${rows})` : `matrix(${rows},${cols})`
}
