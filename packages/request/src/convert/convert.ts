import {
  convert as convertDerivative,
  createBudget,
  createStore,
  type DerivativePair,
  defaultLimits,
  type Expression,
  fail,
  type Identity,
  type Layout,
  problemOf,
  type Step,
  type Store,
  scalarShape,
} from '@matrix-derive/core'
import { type ReadProgram, readProgram } from '@matrix-derive/language'
import type { AnswerVerdict, ShapeText } from '../answer.ts'
import { layoutNamed, type SolvingOptions } from '../solution.ts'
import { declaredShape, type FoundPair, type OfBy, pairFor, readOfBy, shapeIn } from './kinds.ts'

export { type ConvertedData, convertedData } from './data.ts'

/** A formula in one layout that is wanted in another. */
export interface ConvertRequest {
  /** A derivative, as a program of the input language. */
  readonly formula: string
  /** Of what by what it is: `f by X`, names that are declared, or kinds: `scalar by matrix(m,n)`. */
  readonly of: string
  /** The layout it is in, and the one it is wanted in. */
  readonly from: string
  readonly to: string
  readonly variables?: Readonly<Record<string, string>>
}

/** One step of a conversion: what the line becomes, by which identity, and whether that is so. */
export interface ConvertedLine {
  readonly expression: Expression
  readonly identity: Identity
  readonly verdict: AnswerVerdict
}

/** A formula in the other layout, with every step that led there. */
export interface Converted {
  readonly program: ReadProgram
  readonly ofBy: OfBy
  readonly from: Layout
  readonly to: Layout
  readonly lines: readonly ConvertedLine[]
  readonly result: Expression
  readonly shape: ShapeText
  readonly verdict: AnswerVerdict
  /** The probability, at most, that anything called proved is false. */
  readonly errorBound: number
  /** Kinds that were inferred. */
  readonly assumptions: readonly string[]
}

/**
 * Brings a formula for a derivative from one layout to another, and proves every step: that the line is the one before,
 * and of the conversion, that undoing it gives back what was there.
 * @throws every error of a program; `value` for layouts and kinds; `shape-mismatch` for a formula that has not the shape
 * of such a derivative; `plugin` for a step that is false
 */
export async function convert(request: ConvertRequest, options: SolvingOptions): Promise<Converted> {
  const { registry, limits = defaultLimits, signal } = options
  const [from, to] = [layoutNamed(registry, request.from), layoutNamed(registry, request.to)]
  const ofBy = readOfBy(request.of)
  const store = createStore(limits)
  const { program, found } = read(request, ofBy, from, store, options)
  const { pair } = found
  const start = program.expression
  const budget = createBudget(limits, signal)
  const steps = convertDerivative({ registry, store, derivative: start, pair, from, to, budget })
  const result = steps.at(-1)?.after ?? start
  const { lines, ...proof } = await proved(store, steps, pair, { from, to, start, result })
  const inferred = program.assumptions.map(({ text }) => text)
  return {
    program,
    ofBy,
    from,
    to,
    lines,
    result,
    shape: [result.shape.rows, result.shape.cols],
    ...proof,
    assumptions: [...inferred, ...found.assumptions],
  }
}

/** The formula, whose sizes are those of the names that are declared. */
function read(
  { formula, variables = {} }: ConvertRequest,
  ofBy: OfBy,
  from: Layout,
  store: Store,
  { registry, limits = defaultLimits }: SolvingOptions,
): { program: ReadProgram; found: FoundPair } {
  const input = { declarations: variables, operators: registry.operators, store, limits }
  const by = declaredShape(ofBy.by, variables)
  const of = declaredShape(ofBy.of, variables) ?? scalarShape
  if (by !== undefined) {
    const { rows, cols } = shapeIn(from, { of, by })
    const demand = /\*/.test(rows + cols) ? '' : ` + zeros(${rows},${cols})`
    try {
      // A sum has one shape: what is inferred gets the sizes of what is declared. Where it cannot, that is said below.
      const program = readProgram({ ...input, text: `${formula}${demand}` })
      return { program, found: pairFor(ofBy, program, from, variables) }
    } catch (thrown) {
      if (problemOf(thrown)?.code !== 'shape-mismatch') throw thrown
    }
  }
  const program = readProgram({ ...input, text: formula })
  return { program, found: pairFor(ofBy, program, from, variables) }
}

interface Ends {
  readonly from: Layout
  readonly to: Layout
  readonly start: Expression
  readonly result: Expression
}

type Proved = Pick<Converted, 'lines' | 'verdict' | 'errorBound'>

/** @throws `plugin`, naming the identity of a step that is false */
async function proved(store: Store, steps: readonly Step[], pair: DerivativePair, ends: Ends): Promise<Proved> {
  const { proveEqual } = await import('@matrix-derive/verify')
  const { from, to, start, result } = ends
  let errorBound = 0
  const ask = (left: Expression, right: Expression, identity: Identity): AnswerVerdict => {
    try {
      const proof = proveEqual(left, right)
      if (proof.verdict === 'failed') {
        return fail(
          'plugin',
          `Expected a step by ${identity.name}@${identity.version} that is true, received another.`,
          {
            ...(identity.plugin !== undefined && { plugin: identity.plugin }),
          },
        )
      }
      if (proof.verdict === 'proved') errorBound += proof.errorBound
      return proof.verdict
    } catch (thrown) {
      if (problemOf(thrown)?.code !== 'unsupported') throw thrown
      return 'unchecked'
    }
  }
  const lines = steps.map(({ identity, before, after }, i) => {
    const undone =
      identity === from.identity && i === 0 && from !== to
        ? ask(from.fromNumerator(store, after, pair), before, identity)
        : identity === to.identity
          ? ask(to.toNumerator(store, after, pair), before, identity)
          : ask(before, after, identity)
    return { expression: after, identity, verdict: undone }
  })
  const whole = ask(to.toNumerator(store, result, pair), from.toNumerator(store, start, pair), to.identity)
  return { lines, verdict: whole, errorBound }
}
