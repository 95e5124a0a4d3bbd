import { type Answer as DerivationAnswer, type Problem, requireProblem } from '@matrix-derive/core'
import { toLatex, toProgram } from '@matrix-derive/notation'
import type { DerivationProof } from '@matrix-derive/verify'
import type { Answer, AnswerVerdict, DerivativeAnswer, ShapeText, StepAnswer, Success } from './answer.ts'
import { sentenceOf } from './condition.ts'
import { leftOut } from './left-out.ts'
import { identitiesOf, linesOf, packagesOf } from './line.ts'
import { notesOn } from './notes.ts'
import { type Numbers, numbersOf } from './numbers.ts'
import { idOf, isRecord, readRequest } from './request.ts'
import type { Solution, SolvingOptions } from './solution.ts'
import { solve } from './solve.ts'
import { definitionText, formulasOf, intermediatesOf, writingOf } from './writing.ts'

export type AnswerOptions = SolvingOptions

/**
 * Answers one request: a derivation, or where it has a claim or the working of somebody, whether that is right. Whatever is wrong with the request is an answer as well; anything that is thrown is a defect
 * of this project, and what to do about that is for the caller to decide.
 */
export async function answer(data: unknown, options: AnswerOptions): Promise<Answer> {
  try {
    if (isRecord(data) && Object.hasOwn(data, 'claim')) {
      const { check, readCheckRequest } = await import('./check/check.ts')
      return { ...idOf(data), ...(await check(readCheckRequest(data), options)) }
    }
    if (isRecord(data) && Object.hasOwn(data, 'working')) {
      const { checkWorking, readWorkingRequest } = await import('./check/check.ts')
      return { ...idOf(data), ...(await checkWorking(readWorkingRequest(data), options)) }
    }
    const request = readRequest(data)
    const { solution, proof } = await solve(request, request.proof ?? 'steps', options)
    const numbers = request.values && (await numbersOf(solution, request.values))
    const more = { steps: request.steps ?? false, ...(numbers && { numbers }), ...(proof && { proof }) }
    return { ...idOf(data), ...successOf(solution, more) }
  } catch (thrown) {
    const error = requireProblem(thrown)
    return { ...idOf(data), ok: false, error }
  }
}

/** What an answer has besides the solution. */
export interface AnswerParts {
  /** Whether the steps are listed. */
  readonly steps: boolean
  readonly numbers?: Numbers
  readonly proof?: DerivationProof
  /** What else is left out, besides the plugins that this derivation did without. */
  readonly warnings?: readonly Problem[]
}

/** The solution as plain data. @throws `limit-exceeded` when it is too long to be written */
export function successOf(solution: Solution, { steps, numbers, proof, warnings = [] }: AnswerParts): Success {
  const { program, derivation } = solution
  const writing = writingOf(solution, 'text')
  const derivatives = derivation.answers.map((answer, i) => ({
    ...describeDerivative(solution, answer, numbers?.derivatives[i]),
    ...verdictOf(proof, answer),
  }))
  return {
    ok: true,
    layout: derivation.layout.name,
    order: derivation.order,
    ...derivatives[0],
    differential: toProgram(derivation.differential, { inverse: program.style.inverse }),
    assumptions: program.assumptions.map(({ text }) => text),
    notes: notesOn(solution),
    conditions: derivation.conditions.map(condition => sentenceOf(condition, writing)),
    identities: Object.fromEntries(
      [...identitiesOf(derivation), ...packagesOf(derivation)].map(({ name, version }) => [name, version]),
    ),
    ...(derivatives.length > 1 && { derivatives }),
    ...(numbers && { value: numbers.value }),
    ...(proof && { errorBound: proof.errorBound }),
    ...(steps && { steps: describeSteps(solution, proof) }),
    ...leftOut([...warnings, ...(solution.dismissed ?? [])]),
  }
}

function verdictOf(
  proof: DerivationProof | undefined,
  part: Parameters<DerivationProof['of']>[0] | undefined,
): { verdict?: AnswerVerdict } {
  const checked = part && proof?.of(part)
  return checked === undefined ? {} : { verdict: checked.verdict }
}

function describeDerivative(
  solution: Solution,
  answer: DerivationAnswer,
  derivative: Numbers['value'] | undefined,
): DerivativeAnswer {
  const options = { inverse: solution.program.style.inverse }
  const [text, latex] = [writingOf(solution, 'text'), writingOf(solution, 'latex')]
  const { by, expression, map } = answer
  const where = intermediatesOf(formulasOf(answer)).map(name => ({
    text: definitionText(name, text),
    latex: definitionText(name, latex),
  }))
  const names = by.map(({ data }) => data!.name!)
  const shape: ShapeText = [expression.shape.rows, expression.shape.cols]
  return {
    wrt: [...new Set(names)].join(),
    ...(names.length > 1 && { by: names }),
    shape,
    text: toProgram(expression, options),
    latex: toLatex(expression, options),
    ...(where.length > 0 && { where }),
    ...(map && { linearMap: { text: toProgram(map, options), latex: toLatex(map, options) } }),
    ...(derivative && { derivative }),
  }
}

function describeSteps(solution: Solution, proof: DerivationProof | undefined): StepAnswer[] {
  const [text, latex] = [writingOf(solution, 'text'), writingOf(solution, 'latex')]
  const steps: StepAnswer[] = []
  for (const { left, right, partial, identity, conditions, introduces, part } of linesOf(solution.derivation)) {
    steps.push({
      left: text.left(left),
      line: partial ? text.partOfLine(right) : text.expression(right),
      latex: partial ? latex.partOfLine(right) : latex.expression(right),
      ...(partial && { partial }),
      ...(identity && {
        identity: identity.name,
        version: identity.version,
        title: identity.title,
        source: identity.source,
      }),
      conditions: conditions.map(condition => sentenceOf(condition, text)),
      ...(introduces.length > 0 && { where: introduces.map(name => definitionText(name, text)) }),
      ...verdictOf(proof, part),
    })
  }
  return steps
}
