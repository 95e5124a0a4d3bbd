import type { Problem } from '@matrix-derive/core'
import { colours } from './colours.ts'
import { type Host, widthOf } from './host.ts'
import { problemText } from './problem.ts'

/** Says what is left out, where it is not in the way of an answer. */
export function warn(problem: Problem, { stderr, env }: Host): void {
  stderr.write(problemText(problem, undefined, colours(stderr, env), widthOf(stderr), 'warning'))
}
