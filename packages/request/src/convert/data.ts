import { toLatex, toProgram } from '@matrix-derive/notation'
import type { AnswerVerdict, ShapeText } from '../answer.ts'
import type { Converted } from './convert.ts'

/** A conversion as plain data. */
export interface ConvertedData {
  readonly ok: true
  readonly from: string
  readonly to: string
  /** What is converted: `∂f/∂X`. */
  readonly left: string
  /** The formula as it was read. */
  readonly given: string
  readonly text: string
  readonly latex: string
  readonly shape: ShapeText
  readonly steps: readonly {
    readonly line: string
    readonly identity: string
    readonly version: string
    readonly title: string
    readonly source: string
    readonly verdict: AnswerVerdict
  }[]
  readonly verdict: AnswerVerdict
  readonly errorBound: number
  readonly assumptions: readonly string[]
}

/** @throws `limit-exceeded` when it is too long to be written */
export function convertedData(converted: Converted): ConvertedData {
  const { program, ofBy, from, to, lines, result, shape, verdict, errorBound, assumptions } = converted
  const options = { inverse: program.style.inverse }
  const isName = (text: string) => /^[\p{L}_][\p{L}\p{N}_]*$/u.test(text) && text !== 'scalar'
  const { of, by } = ofBy
  return {
    ok: true,
    from: from.name,
    to: to.name,
    left: `∂${isName(of) ? of : 'f'}/∂${isName(by) ? by : 'x'}`,
    given: toProgram(program.expression, options),
    text: toProgram(result, options),
    latex: toLatex(result, options),
    shape,
    steps: lines.map(({ expression, identity: { name, version, title, source }, verdict }) => ({
      line: toProgram(expression, options),
      identity: name,
      version,
      title,
      source,
      verdict,
    })),
    verdict,
    errorBound,
    assumptions,
  }
}
