import { excerpt } from '../../apps/terminal/src/problem.ts'
import { problemOf } from '../../packages/core/src/index.ts'

/** What is wrong with a statement, for people; undefined where what was thrown is no problem of the statement. */
export function explanation(thrown: unknown, statement: string): string | undefined {
  const problem = problemOf(thrown)
  if (problem === undefined) return undefined
  const { message, span, suggestion } = problem
  const lines = [message]
  if (span !== undefined) {
    const { text, mark } = excerpt(statement, span, 110)
    lines.push(`    ${text}`, `    ${mark}`)
  }
  if (suggestion !== undefined) lines.push(`  ${suggestion}`)
  return lines.join('\n')
}
