import {
  createStore,
  DerivationError,
  type Expression,
  isSymbol,
  problemOf,
  reachable,
} from '../../packages/core/src/index.ts'
import { readConditions, readProgram, readStatement } from '../../packages/language/src/index.ts'
import { builtInOperators } from '../../packages/operators/src/index.ts'

/** A statement with everything that its author left unsaid. */
export interface Stated {
  readonly left: string
  readonly right: string
  readonly directed: boolean
  readonly where: Readonly<Record<string, string>>
}

/**
 * Reads a statement whose names need not be declared: kinds are inferred from both sides together, as those of a program
 * are, and what is inverted on one side alone is taken to be invertible.
 * @param given what `--where` declares, by name
 * @throws every error that a program can have, with its span in the statement
 */
export function readStated(statement: string, given: Readonly<Record<string, string>>): Stated {
  const join = /\s*(->|=)\s*/.exec(statement)
  if (join === null) {
    // Says what a statement is.
    readStatement(statement, {}, builtInOperators)
    throw new Error(`"${statement}" is read as a statement, and has no "=".`)
  }
  const left = statement.slice(0, join.index)
  const right = statement.slice(join.index + join[0].length)
  const conditions = readConditions(given)
  const declarations = Object.fromEntries([...conditions].map(([name, { declaration }]) => [name, declaration.text]))
  const between = ' - ('
  const program = within(statement, left.length, join[0].length - between.length, () =>
    readProgram({ text: `${left}${between}${right})`, declarations, operators: builtInOperators }),
  )
  const inferred = Object.fromEntries(
    [...program.symbols].filter(([, symbol]) => symbol.inferred).map(([name, { declaration }]) => [name, declaration]),
  )
  const directed = join[1] === '->'
  const where = { ...given, ...inferred }
  for (const name of inverted(statement, where, directed)) {
    if (inferred[name] !== undefined) where[name] = `${inferred[name]} invertible`
  }
  return { left, right, directed, where }
}

/** A problem in the text that was read, as one in the statement: what comes after the sign is elsewhere there. */
function within<T>(statement: string, sign: number, shift: number, read: () => T): T {
  try {
    return read()
  } catch (thrown) {
    const problem = problemOf(thrown)
    if (problem?.span === undefined) throw thrown
    const moved = (offset: number) => Math.min(offset <= sign ? offset : offset + shift, statement.length)
    const { start, end } = problem.span
    throw new DerivationError({
      ...problem,
      span: { start: moved(start), end: Math.max(moved(start) + 1, moved(end)) },
    })
  }
}

/** The names whose inverse the law brings in: one side has it, and the side that it starts from does not. */
function inverted(statement: string, where: Readonly<Record<string, string>>, directed: boolean): string[] {
  const { left, right } = readStatement(statement, where, builtInOperators, createStore())
  const [before, after] = [invertedIn(left), invertedIn(right)]
  const brought = [...after].filter(name => !before.has(name))
  return directed ? brought : [...brought, ...[...before].filter(name => !after.has(name))]
}

function invertedIn(side: Expression): Set<string> {
  return new Set(
    reachable([side])
      .filter(({ operator, operands: [inner] }) => operator.name === 'inv' && isSymbol(inner))
      .map(({ operands: [inner] }) => inner.data!.name!),
  )
}
