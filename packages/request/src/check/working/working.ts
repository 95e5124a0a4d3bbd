import {
  differential,
  type Expression,
  fail,
  flip,
  isScalar,
  isZeroExpression,
  type Problem,
  problemOf,
  type Store,
  sameShape,
  shapeToText,
  transpose,
  transposedShape,
  vec,
  zeros,
} from '@matrix-derive/core'
import { toProgram } from '@matrix-derive/notation'
import { counterexampleText, inTurns, judgeLine, type LineVerdict, reproduction } from '@matrix-derive/verify'
import { leftOut } from '../../left-out.ts'
import type { Solution } from '../../solution.ts'
import { type Proved, solve } from '../../solve.ts'
import { type Claimed, type ComparingOptions, compareWith, expectedOf, turnsOf } from '../compare.ts'
import { conditionsText } from '../detail.ts'
import { readFitting } from '../read-claim.ts'
import { withConditions } from '../stated-conditions.ts'
import { differentialsSpelledOut } from './differential-names.ts'
import { type LineOfWorking, linesOfWorking } from './line-of-working.ts'
import { type Subject, subjectOf } from './subject.ts'
import type { JudgedLine, WorkingSuccess } from './working-answer.ts'
import type { WorkingRequest } from './working-request.ts'

export { readWorkingRequest } from './working-request.ts'

/** More is no derivation that somebody wrote by hand. */
const mostEquations = 1_000

/**
 * Says of every line of a derivation whether it is right, and of the first that is not what is wrong with it. A line about
 * a differential is right if it has the value of the differential for all values of all names and all d(.) of the variable.
 * @throws every error that the program can have; `cancelled`
 */
export async function checkWorking(request: WorkingRequest, options: ComparingOptions): Promise<WorkingSuccess> {
  const { working, ...about } = request
  const claimed = withConditions({ ...about, claim: working }, options.registry)
  const proved = await solve(claimed, 'result', options)
  const { solution } = proved
  const context = { proved, claimed, options }
  const read = createReader(solution)
  const lines: JudgedLine[] = []
  const before: Before[] = []
  const all = linesOfWorking(claimed.claim)
  if (all.length === 0) fail('value', 'Expected at least one equation of the working, received none.')
  if (all.length > mostEquations) {
    fail('limit-exceeded', `Expected at most ${mostEquations} equations of the working, received ${all.length}.`)
  }
  for (const [i, line] of all.entries()) {
    const found = read(line, before.at(-1)?.subject, i + 1 === all.length)
    if ('problem' in found) {
      lines.push({ ...line, ...unfit(found.problem) })
      continue
    }
    const judged = await judge(found, context)
    const source = isRight(judged) ? undefined : await wrongSource(found, before, context)
    lines.push({ ...line, ...(source === undefined ? judged : followsFrom(source)) })
    before.push({ ...found, line: line.line, isRight: isRight(judged) })
  }
  return describe(solution, lines)
}

/** A line that is no formula: one whose parts do not fit is wrong, and any other cannot be read. */
function unfit(problem: Problem): Judged {
  const isWrong = problem.code === 'shape-mismatch' || problem.code === 'not-square'
  return { verdict: isWrong ? 'wrong' : 'unreadable', detail: problem.message, problem }
}

/** A line as an expression. */
interface Read {
  readonly subject: Subject
  readonly expression: Expression
  /** Of a differential: of what it is one. */
  readonly of: Expression
  /** The line as a program, behind the definitions before it. */
  readonly text: string
}

/** A line that was judged, and where it stands. */
interface Before extends Read {
  readonly line: number
  readonly isRight: boolean
}

interface Context {
  readonly proved: Proved
  readonly claimed: Claimed
  readonly options: ComparingOptions
}

type Judged = Omit<JudgedLine, keyof LineOfWorking>

/** Reads line after line; what one defines the next ones may use. */
function createReader({ program, derivation, functionName }: Solution) {
  const { scope } = program
  const shapes = [derivation.expression, derivation.answers[0].expression].flatMap(({ shape }) => [
    shape,
    transposedShape(shape),
  ])
  const definitions: string[] = []
  const defined = new Set<string>()
  const isIntermediate = (name: string) =>
    defined.has(name) || program.definitions.some(definition => definition.name === name)
  const isKnown = (name: string) => scope.values.has(name) || defined.has(name)
  const readAfter = (text: string) => readFitting([...definitions, text].join('; '), scope, shapes)
  return (
    line: LineOfWorking,
    previous: Subject | undefined,
    isLast: boolean,
  ): Read | { readonly problem: Problem } => {
    try {
      const right = differentialsSpelledOut(line.right, isKnown)
      const expression = readAfter(right)
      const subject = subjectOf(line, expression, { functionName, previous, isLast, isIntermediate })
      const text = [...definitions, right].join('; ')
      if (subject.kind === 'definition') {
        definitions.push(`${line.left} = ${right}`)
        defined.add(line.left)
      }
      const name = subject.kind === 'differential' ? subject.of : undefined
      return { subject, expression, text, of: name === undefined ? derivation.expression : readAfter(name) }
    } catch (thrown) {
      const problem = problemOf(thrown)
      if (problem === undefined) throw thrown
      // A span would be one of the text with the definitions before it.
      const { span: _, ...rest } = problem
      return { problem: rest }
    }
  }
}

async function judge(read: Read, { proved, claimed, options }: Context): Promise<Judged> {
  const { subject, expression, of, text } = read
  if (subject.kind === 'definition') return { verdict: 'definition', detail: '' }
  if (subject.kind === 'derivative') {
    const { verdict, detail, counterexample } = await compareWith(proved, { ...claimed, claim: text }, options)
    return { verdict, detail: verdict === 'equal' ? '' : detail, ...(counterexample && { counterexample }) }
  }
  const { solution } = proved
  const { store } = solution.program.scope
  if (subject.kind === 'function') return sentence(await judgeAs(expression, of, solution, options), of, 'f')
  const expected = inForm[subject.form](store, differential(store, of))
  const isNought = isZeroExpression(expression) && isScalar(expression.shape)
  const line = isNought ? zeros(store, expected.shape) : expression
  return sentence(await judgeAs(line, expected, solution, options), expected, 'the differential')
}

const inForm = { plain: (_: Store, df: Expression) => df, vec, transposed: transpose }

function judgeAs(
  line: Expression,
  expected: Expression,
  { program, derivation }: Solution,
  options: ComparingOptions,
): Promise<LineVerdict> {
  const { variables, conditions } = derivation
  return inTurns(judgeLine(line, expected, { store: program.scope.store, variables, conditions }), turnsOf(options))
}

function sentence(found: LineVerdict, expected: Expression, name: string): Judged {
  switch (found.verdict) {
    case 'equal':
      return { verdict: 'equal', detail: '' }
    case 'scaled':
      return { verdict: 'scaled', detail: `The line is ${found.by} times ${name}.` }
    case 'conditional':
      return { verdict: 'conditional', detail: `The line is right only if ${conditionsText(found.conditions)}.` }
    case 'wrong': {
      const { counterexample } = found
      if (counterexample === undefined) {
        return {
          verdict: 'wrong',
          detail: `The line does not have the shape of ${name}, ${shapeToText(expected.shape)}.`,
        }
      }
      const detail = counterexampleText(counterexample, ['the line is', name])
      return { verdict: 'wrong', detail, counterexample }
    }
  }
}

const isRight = ({ verdict }: Judged): boolean => verdict === 'equal' || verdict === 'definition'

/** The number of a wrong line before from which this one follows. */
async function wrongSource(
  read: Read,
  before: readonly Before[],
  { proved: { solution }, options }: Context,
): Promise<number | undefined> {
  const source = before.findLast(({ subject }) => subject.kind !== 'definition')
  if (source === undefined || source.isRight) return undefined
  for (const [left, right] of equationsOf(source, read, solution)) {
    const { verdict } = await judgeAs(left, right, solution, options)
    if (verdict === 'equal') return source.line
  }
  return undefined
}

/** Equations of which one holds if a line follows from the one before. */
function equationsOf(source: Read, { subject, expression }: Read, solution: Solution): [Expression, Expression][] {
  const { kind } = source.subject
  const fit = ([left, right]: [Expression, Expression]) => sameShape(left.shape, right.shape)
  if (kind === subject.kind) return [[source.expression, expression] as [Expression, Expression]].filter(fit)
  if (kind !== 'differential' || subject.kind !== 'derivative') return []
  // A derivative that is read off: in whatever layout, it gives the differential back.
  const { store } = solution.program.scope
  const { derivation } = solution
  const [{ variable }] = derivation.answers
  const lefts = [source.expression, vec(store, source.expression)]
  const rights = [expression, flip(store, expression)].flatMap(numerator => {
    try {
      return reproduction(store, derivation.expression, numerator, variable).right
    } catch (thrown) {
      if (problemOf(thrown)?.code !== 'shape-mismatch') throw thrown
      return []
    }
  })
  return lefts.flatMap(left => rights.map((right): [Expression, Expression] => [left, right])).filter(fit)
}

function followsFrom(line: number): Judged {
  return { verdict: 'follows', detail: `It follows from line ${line}.` }
}

function describe(solution: Solution, lines: readonly JudgedLine[]): WorkingSuccess {
  const { program, derivation, notes, dismissed } = solution
  const [{ variable }] = derivation.answers
  const first = lines.find(line => !isRight(line))
  return {
    ok: true,
    verdict: first?.verdict ?? 'equal',
    detail:
      first === undefined
        ? 'Every line is right.'
        : `Line ${first.line} is the first that is not right. ${first.detail}`,
    lines,
    ...(first && { firstWrong: first.line }),
    layout: derivation.layout.name,
    wrt: variable.data!.name!,
    differential: toProgram(derivation.differential, { inverse: program.style.inverse }),
    expected: expectedOf(solution),
    assumptions: program.assumptions.map(({ text }) => text),
    notes,
    ...leftOut(dismissed),
  }
}
