import { problemOf } from '@matrix-derive/core'
import { nearest } from '@matrix-derive/language'
import { colours } from './colours.ts'
import { type Command, commands } from './command.ts'
import { readArguments } from './command-line.ts'
import { defectProblem } from './defect.ts'
import { Exit, type Host, widthOf } from './host.ts'
import { oneLine, problemText } from './problem.ts'
import { misuse, UsageError } from './usage.ts'

/**
 * Runs one command and says how it ended. What a command throws ends here: wrong usage and problems with the input
 * become messages, and so does a defect of ours, which is nothing a user can do anything about with a stack trace.
 */
export async function run(args: readonly string[], host: Host): Promise<number> {
  try {
    return await dispatch(args, host)
  } catch (thrown) {
    if (thrown instanceof UsageError) {
      host.stderr.write(`matrix-derive: ${oneLine(thrown.message)}\n`)
      return Exit.usage
    }
    const problem = problemOf(thrown) ?? defectProblem(thrown, host)
    host.stderr.write(problemText(problem, undefined, colours(host.stderr, host.env), widthOf(host.stderr)))
    return Exit.failed
  }
}

async function dispatch(args: readonly string[], host: Host): Promise<number> {
  const [first, ...rest] = args
  if (first === undefined || first === '--state') return (await import('./commands/session.ts')).session(args, host)
  if (first === '--version' || first === '-V') return (await import('./commands/version.ts')).version(host)
  if (first === '--help' || first === '-h') return (await import('./commands/help.ts')).overview(host)
  const command = commands.find(({ name }) => name === first) ?? misuse(unknownCommand(first))
  const read = readArguments(command, rest)
  if (read.help) return (await import('./commands/help.ts')).explain(command, host)
  return (await command.load())(read, host)
}

function unknownCommand(received: string): string {
  const names = commands.map(({ name }: Command) => name)
  const near = nearest(received, names)
  if (near !== undefined) return `unknown command "${received}"; did you mean ${near}?`
  if (/[^\w-]/.test(received))
    return `unknown command "${received}"; to derive an expression: derive "${received}" --wrt X`
  return `unknown command "${received}"; commands are ${names.join(', ')}`
}
