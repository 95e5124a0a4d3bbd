import { type Answer, dependsOnLayout, type Expression, type Place, type Step } from '@matrix-derive/core'
import {
  definitionText,
  formulasOf,
  identitiesOf,
  intermediatesOf,
  linesOf,
  partsOf,
  reasonOf,
  type Solution,
  type Line as StepLine,
  sourcesOf,
  type Writing,
} from '@matrix-derive/request'

/** A line of a derivation, its formulas in the writing that was asked for. */
export interface Line {
  /** Empty where the line continues the one above. */
  readonly left: string
  /** Whether an equals sign stands before the right side: not before the terms of a line that has too many. */
  readonly equals: boolean
  readonly right: string
  /** Whether lines about something else begin here. */
  readonly first: boolean
  readonly result: boolean
  readonly identity?: StepLine['identity']
  readonly reason?: string
  /** The definitions that the line introduces or needs to be read. */
  readonly where: readonly string[]
  /** The layout and the shape, below a result. */
  readonly note?: readonly [layout: string, shape: string]
  /** The result as a linear map, where it says more so: `dX ↦ dX·A`. */
  readonly map?: string
  readonly part?: StepLine['part']
  /** Where it stands among the blocks of the derivation; absent for results alone. */
  readonly at?: Place
  /** Whether only the terms that changed are written. */
  readonly partial: boolean
  /** What the right side is. */
  readonly expression: Expression
}

/** The step that led to the line; undefined for a line that starts a chain. */
export function stepOf({ part }: Line): Step | undefined {
  return part !== undefined && 'from' in part ? part : undefined
}

/** The lines, made one at a time so that only what is shown is written; the results alone without `steps`. */
export function* writtenLines(solution: Solution, writing: Writing, steps: boolean): Generator<Line, void> {
  const { derivation, program } = solution
  const told = new Set<Expression>(program.definitions.map(({ expression }) => expression))
  const answers = new Map(derivation.answers.map(answer => [answer.expression, answer]))
  const sources = sourcesOf(identitiesOf(derivation))
  const resultOf = (answer: Answer) => {
    const { by, expression, map } = answer
    const untold = intermediatesOf(formulasOf(answer), told)
    for (const name of untold) told.add(name)
    const layout = dependsOnLayout(by) ? `${derivation.layout.name} layout` : 'every layout'
    return {
      where: untold.map(name => definitionText(name, writing)),
      note: [layout, writing.shape(expression.shape)] as const,
      ...(map && { map: writing.mapsTo(by[0], map) }),
    }
  }
  if (!steps) {
    for (const answer of derivation.answers) {
      const { by, expression } = answer
      const left = writing.left({ kind: 'derivative', by })
      const written = { left, right: writing.expression(expression), expression }
      yield { ...written, equals: true, first: true, result: true, partial: false, ...resultOf(answer) }
    }
    return
  }
  const lines = [...linesOf(derivation)]
  let at: Place = { block: -1, line: 0 }
  for (const [i, line] of lines.entries()) {
    if (line.first) at = { block: at.block + 1, line: 0 }
    // A line that is only written once more has the place of the one before it.
    else if (line.part !== undefined) at = { block: at.block, line: at.line + 1 }
    const isLast = i + 1 === lines.length || lines[i + 1].first
    const answer = isLast && line.left.kind === 'derivative' ? answers.get(line.right) : undefined
    for (const name of line.introduces) told.add(name)
    const introduced = line.introduces.map(name => definitionText(name, writing))
    const { where = [], ...said } = answer ? resultOf(answer) : {}
    yield {
      left: line.opens && !line.partial ? writing.left(line.left) : '',
      equals: !(line.partial && line.opens),
      right: line.partial ? writing.partOfLine(line.right) : writing.expression(line.right),
      expression: line.right,
      first: line.first,
      partial: line.partial,
      at,
      result: answer !== undefined,
      ...(line.identity && { identity: line.identity, reason: reasonOf(sources, line.identity) }),
      where: [...introduced, ...where],
      ...said,
      ...(line.part && { part: line.part }),
    }
  }
}

/** f(X) and what it is. */
export function headingOf({ program, derivation }: Solution, writing: Writing): string[] {
  const definitions = program.definitions.map(({ expression }) => definitionText(expression, writing))
  return [...definitions, writing.equation(writing.call(derivation.variables), writing.expression(program.expression))]
}

/** What the derivation relies on: a formula, and what is said of it. */
export function conditionsOf({ derivation }: Solution, writing: Writing): { subject: string; predicate: string }[] {
  return derivation.conditions.map(condition => partsOf(condition, writing))
}
