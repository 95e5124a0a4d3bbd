import { type Expression, fail, functionInfo, isMember, isSymbol, reachable, throughNames } from '@matrix-derive/core'
import { readName } from '@matrix-derive/language'
import type { Rows } from './answer.ts'
import type { Solution } from './solution.ts'

/** What an expression and its derivatives are at given values. */
export interface Numbers {
  readonly value: Rows
  /** One for each variable, in the layout of the derivation. */
  readonly derivatives: readonly Rows[]
}

/**
 * Evaluates the expression and the derived formulas. The numeric library is read only when numbers are asked for.
 * @throws `value`, also for values at which something is not finite; `unsupported` for abstract functions
 */
export async function numbersOf(
  { program, derivation }: Solution,
  values: Readonly<Record<string, unknown>>,
): Promise<Numbers> {
  const { assignValues, evaluateAll, floatAlgebra } = await import('@matrix-derive/verify')
  const { expression, answers } = derivation
  const roots = [expression, ...answers.map(answer => answer.expression)]
  const nodes = reachable([...roots, ...answers.map(answer => answer.variable)], throughNames)
  for (const { operator } of nodes) {
    const info = functionInfo(operator)
    if (info !== undefined) {
      fail('unsupported', `Expected functions with known values, received the abstract function "${info.name}".`, {
        suggestion: 'Use a built-in function in its place, say tanh.',
      })
    }
  }
  const needed = new Set(nodes.filter(isSymbol).map(symbol => symbol.data!.name!))
  const given = byCanonicalName(values)
  // In the order of the program, so that the first missing value is the first name that a reader looks for. A value of
  // a name that is only declared still says how large its dimensions are: those of eye(n), say.
  const symbols = [...program.symbols].flatMap(([name, { expression }]) =>
    needed.has(name) || Object.hasOwn(given, name) ? expression : [],
  )
  // Which member it is that the derivative is by.
  const numbers = answers.flatMap(answer => answer.by.filter(isMember)).map(({ operands }) => operands[1])
  symbols.push(...[...new Set(numbers)].filter(number => !symbols.includes(number)))
  const { values: rows, sizes } = assignValues(symbols, given)
  const matrices = new Map([...rows].map(([name, entries]) => [name, floatAlgebra.fromRows(entries)]))
  const [value, ...derivatives] = evaluateAll(roots, { algebra: floatAlgebra, values: matrices, sizes }).map(matrix =>
    floatAlgebra.toRows(matrix),
  )
  checkFinite(value, 'the expression')
  for (const [i, derivative] of derivatives.entries()) {
    checkFinite(derivative, `the derivative by ${nameOf(answers[i].variable)}`)
  }
  return { value, derivatives }
}

/** Values by the one spelling of their names: Σ is Sigma. @throws `value` for what is no name, or twice the same */
function byCanonicalName(values: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const given = new Map<string, unknown>()
  for (const [written, value] of Object.entries(values)) {
    const name = canonicalNameOf(written)
    if (given.has(name)) fail('value', `Expected one value for ${name}, received two.`)
    given.set(name, value)
  }
  return Object.fromEntries(given)
}

function canonicalNameOf(written: string): string {
  try {
    return readName(written)
  } catch {
    return fail('value', `Expected values by name, received one for "${written}".`)
  }
}

const nameOf = (symbol: Expression): string => symbol.data!.name!

/** JSON has no word for what is not finite, and a `null` among numbers helps nobody. */
function checkFinite(rows: Rows, what: string): void {
  for (const row of rows) {
    const wrong = row.find(entry => !Number.isFinite(entry))
    if (wrong !== undefined) fail('value', `Expected values at which ${what} is finite, received ${wrong}.`)
  }
}
