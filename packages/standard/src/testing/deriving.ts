import {
  createBudget,
  createStore,
  type Derivation,
  defaultLimits,
  derive,
  type Expression,
  type Limits,
  member,
  type Registry,
  type Store,
  type StructureMode,
} from '@matrix-derive/core'
import { type ReadProgram, readProgram } from '@matrix-derive/language'
import { type Assignment, assignValues, dualFloatAlgebra, evaluate, type Rows } from '@matrix-derive/verify'
import { standardRegistry } from '../index.ts'

/** What a test derives. */
export interface Task {
  readonly text: string
  readonly wrt: string | readonly string[]
  readonly declarations?: Readonly<Record<string, string>>
  readonly layout?: string
  readonly order?: number
  readonly structure?: StructureMode
  readonly collect?: boolean
  readonly registry?: Registry
  readonly limits?: Limits
  readonly store?: Store
}

/** A derivation, with the program that it is about. */
export interface Derived extends Derivation {
  readonly program: ReadProgram
  readonly store: Store
  /** The derivative by the first variable. */
  readonly answer: Expression
}

export function deriveText(task: Task): Derived {
  const { text, wrt, declarations = {}, layout = 'numerator', order = 1, structure = 'ignore', collect = false } = task
  const { registry = standardRegistry(), limits = defaultLimits, store = createStore(limits) } = task
  const names = typeof wrt === 'string' ? [wrt] : wrt
  const { operators } = registry
  const program = readProgram({
    text,
    declarations,
    operators,
    store,
    limits,
    wrt: names.map(name => name.split('[')[0]),
  })
  const derivation = derive({
    registry,
    store,
    expression: program.expression,
    variables: names.map(name => variableOf(program, name)),
    layout: registry.layout(layout)!,
    order,
    structure,
    collect,
    budget: createBudget(limits),
    taken: new Set([...program.symbols.keys(), ...program.definitions.map(({ name }) => name)]),
  })
  return { ...derivation, program, store, answer: derivation.answers[0].expression }
}

/** A symbol, or `x[k]`, the member of a family that a declared integer numbers. */
function variableOf({ symbols, scope }: ReadProgram, written: string): Expression {
  const [name, number] = written.replace(']', '').split('[')
  const { expression } = symbols.get(name)!
  return number === undefined ? expression : member(scope.store, expression, symbols.get(number)!.expression)
}

export function countSteps({ blocks }: Derivation): number {
  return blocks.reduce((total, { steps }) => total + steps.length, 0)
}

/** The numbers of a program's symbols; what the program does not use is left out. */
export function assignTo({ symbols }: ReadProgram, values: Readonly<Record<string, unknown>>): Assignment {
  return assignValues(
    [...symbols.values()].map(({ expression }) => expression),
    values,
  )
}

/** The value of what is derived by: of a symbol, or of the member `x[k]` of a family with so many members. */
export function variableValue({ values, sizes }: Assignment, written: string, count: string): Rows {
  const [name, number] = written.replace(']', '').split('[')
  const whole = values.get(name)!
  if (number === undefined) return whole
  const members = sizes.get(count)!
  const at = values.get(number)![0][0] - 1
  // Rows and numbers stand one below the other.
  if (whole.length === members) return [whole[at]]
  const width = whole[0].length / members
  const before = at * width
  return whole.map(row => row.slice(before, before + width))
}

/** The entries of an expression; abstract functions have the values of their stand-ins. */
export function numbersOf(expression: Expression, { values, sizes }: Assignment): Rows {
  const matrices = new Map([...values].map(([name, rows]) => [name, dualFloatAlgebra.fromRows(rows)]))
  return dualFloatAlgebra.toRows(evaluate(expression, { algebra: dualFloatAlgebra, values: matrices, sizes }))
}

export const transposed = (x: Rows): Rows => x[0].map((_, j) => x.map(row => row[j]))

/** How far two matrices of one shape are apart, relative to the largest entry; infinite for different shapes. */
export function distance(actual: Rows, expected: Rows): number {
  if (actual.length !== expected.length || actual[0].length !== expected[0].length) return Number.POSITIVE_INFINITY
  let [apart, scale] = [0, 0]
  for (const [i, row] of expected.entries()) {
    for (const [j, entry] of row.entries()) {
      const difference = Math.abs(actual[i][j] - entry)
      if (Number.isNaN(difference)) return Number.POSITIVE_INFINITY
      apart = Math.max(apart, difference)
      scale = Math.max(scale, Math.abs(entry))
    }
  }
  return apart === 0 ? 0 : apart / Math.max(scale, 1e-12)
}

/** A derivative in numerator layout as the layout table has it in another one. */
export function inLayout(layout: string, numerator: Rows, f: Rows, x: Rows): Rows {
  const isScalar = (y: Rows) => y.length * y[0].length === 1
  if (layout === 'numerator') return numerator
  return layout === 'denominator' || (isScalar(f) && !isScalar(x)) ? transposed(numerator) : numerator
}
