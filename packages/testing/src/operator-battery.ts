import {
  acceptsCount,
  type Condition,
  differential,
  type Expression,
  isLinearIn,
  type Operator,
  rational,
  type Shape,
  scale,
  sum,
  symbol,
  unit,
} from '@matrix-derive/core'
import { readProgram } from '@matrix-derive/language'
import { toLatex, toText, toUnicode } from '@matrix-derive/notation'
import { builtInOperators, hadamard } from '@matrix-derive/operators'
import { elementwiseDerivative, type OperatorContribution } from '@matrix-derive/plugin'
import { createRandom, evaluate, floatAlgebra, proveEqual, sizeIn } from '@matrix-derive/verify'
import { battery } from './battery.ts'
import { type Check, type CheckName, type PendingCheck, runCheck } from './check.ts'
import { type Application, applications } from './operator-applications.ts'
import { structureChecks } from './operator-structure.ts'
import { difference } from './proving.ts'

/** What the author of an operator adds to the battery. */
export interface OperatorTestOptions {
  /** Other operators that its programs and its differential speak of and that are not built in. */
  readonly operators?: readonly Operator[]
  /** The same seed gives the same random instances. */
  readonly seed?: number
}

/** Every check of an operator, its differential included, not yet run. */
export function operatorBattery(
  { operator, differential: law }: OperatorContribution,
  { operators: more = [], seed = 1 }: OperatorTestOptions = {},
): PendingCheck[] {
  const operators = [...new Set([...builtInOperators, operator, ...more])]
  const each = (check: CheckName, run: (application: Application) => string | undefined): PendingCheck[] =>
    operator.signatures.map((signature, i) => ({
      check,
      subject: operator.signatures.length > 1 ? signature.text : '',
      run: () => run(applications(operator)[i]),
    }))
  const checks = [
    { check: 'declared', subject: '', run: () => declaredOperator(operator) } as const,
    ...each('shaped', application => shaped(application, seed)),
    ...each('readable', application => readable(operator, operators, application)),
    ...structureChecks(operator, seed),
  ]
  for (const position of operator.signatures[0]?.operands.keys() ?? []) {
    if (!isLinearIn(operator, position)) continue
    checks.push(...each('linear', application => linearAt(operator, application, position, seed)))
  }
  if (operator.elementwise) {
    checks.push(...each('valued', application => valued(operator, application)))
    checks.push(...each('differentiates', application => differentiates(application, seed)))
  }
  return law === undefined
    ? checks
    : [...checks, ...battery(law, { operators: operators.slice(builtInOperators.length), seed })]
}

/** Runs the checks of an operator, without a test runner. */
export function checkOperator(contribution: OperatorContribution, options: OperatorTestOptions = {}): Check[] {
  return operatorBattery(contribution, options).map(runCheck)
}

function declaredOperator({ name, summary, signatures }: Operator): string | undefined {
  if (!/^[\p{L}_][\p{L}\p{N}_]*$/u.test(name)) return `Expected a name that a program can call, received "${name}".`
  if (summary.trim() === '') return 'Expected a summary.'
  return signatures.some(signature => acceptsCount(signature, signature.operands.length))
    ? undefined
    : 'Expected a signature, such as "matrix(m,n) -> scalar".'
}

/** Different sizes, so that a wrong transpose shows, and entries in the domain of most functions. */
const largest = 7

/** What it computes has the shape that it says. */
function shaped({ expression, operands }: Application, seed: number): string | undefined {
  const random = createRandom(seed)
  const names = new Set(operands.flatMap(({ shape }) => [shape.rows, shape.cols]).flatMap(dim => dim.split('*')))
  for (const first of [2, 4]) {
    const sizes = new Map([...names].map((name, i) => [name, 1 + ((first + 2 * i) % largest)]))
    const size = sizeIn(sizes)
    const values = new Map(
      operands.map(({ data, shape }) => [data!.name!, floatAlgebra.fromRows(entries(shape, size, random))]),
    )
    const value = evaluate(expression, { algebra: floatAlgebra, values, sizes })
    const expected = `${size(expression.shape.rows)}×${size(expression.shape.cols)}`
    const received = `${floatAlgebra.rows(value)}×${floatAlgebra.cols(value)}`
    if (received !== expected) {
      const of = operands.map(({ shape }) => `${size(shape.rows)}×${size(shape.cols)}`).join(', ')
      return `Expected the value of ${toText(expression)} at ${of} to be ${expected}, received ${received}.`
    }
    const rows = floatAlgebra.toRows(value)
    if (rows.some(row => row.some(entry => typeof entry !== 'number'))) return 'Expected numbers.'
  }
  return undefined
}

function entries({ rows, cols }: Shape, size: (dimension: string) => number, random: () => number): number[][] {
  return Array.from({ length: size(rows) }, () => Array.from({ length: size(cols) }, () => 0.1 + 0.8 * random()))
}

/** How it is written as text is read back as itself, and the other notations can be written. */
function readable(
  operator: Operator,
  operators: readonly Operator[],
  { store, expression, operands }: Application,
): string | undefined {
  const text = toText(expression)
  const declarations = Object.fromEntries(operands.map(({ data, shape }) => [data!.name!, declarationOf(shape)]))
  const read = readProgram({ text, declarations, operators, store }).expression
  if (read !== expression) return `Expected "${text}" to be read as ${operator.name}, received ${toText(read)}.`
  for (const written of [toUnicode(expression), toLatex(expression)]) {
    if (written.includes('undefined')) return `Expected a notation for ${operator.name}, received "${written}".`
  }
  return undefined
}

const declarationOf = ({ rows, cols }: Shape) => (rows === unit && cols === unit ? 'scalar' : `matrix(${rows},${cols})`)

/** f(2X + Y) = 2f(X) + f(Y) in one operand. */
function linearAt(
  operator: Operator,
  { store, operands }: Application,
  position: number,
  seed: number,
): string | undefined {
  const at = (x: Expression) => store.apply(operator, operands.with(position, x))
  const two = rational(2)
  const x = operands[position]
  if (x === undefined) return `Expected an operand at position ${position}, received ${operands.length} operands.`
  const y = symbol(store, 'Y_', x.shape)
  return difference(at(sum(store, [scale(store, two, x), y])), sum(store, [scale(store, two, at(x)), at(y)]), [], seed)
}

/** The floating-point value of an elementwise operator is what its program says. */
function valued({ name, elementwise, evaluate }: Operator, { expression }: Application): string | undefined {
  for (const x of [0.3, -0.7, 1.9, 2 / 3]) {
    const [value, evaluated] = [
      elementwise!.value(x),
      floatAlgebra.toRows(evaluate(floatAlgebra, [floatAlgebra.fromRows([[x]])], expression, () => 1))[0][0],
    ]
    const apart = Math.abs(value - evaluated)
    if (!Number.isNaN(value) && !Number.isNaN(evaluated) && apart > 1e-9 * Math.max(1, Math.abs(value))) {
      return `Expected ${name}(${x}) to be ${evaluated} as its program says, received ${value}.`
    }
  }
  return undefined
}

/** d(f(X)) = f'(X) ∘ dX, for the derivative that an elementwise operator states. */
function differentiates({ store, expression, operands: [x] }: Application, seed: number): string | undefined {
  const conditions: Condition[] = []
  const slope = elementwiseDerivative(store, expression, (predicate, of) =>
    conditions.push({ predicate, expression: of }),
  )
  const claimed = hadamard(store, slope, differential(store, x))
  const { verdict, counterexample } = proveEqual(differential(store, expression), claimed, {
    seed,
    supposing: { conditions },
  })
  if (verdict !== 'failed') return undefined
  const at = counterexample === undefined ? '' : ` at ${JSON.stringify(counterexample.values)}`
  return `the derivative ${toText(slope)} of ${toText(expression)} is false${at}`
}
