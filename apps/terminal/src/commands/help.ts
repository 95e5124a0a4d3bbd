import { nearest } from '@matrix-derive/language'
import { type Command, commands } from '../command.ts'
import type { Arguments } from '../command-line.ts'
import { callOf, Exit, type Host } from '../host.ts'
import { misuse } from '../usage.ts'

/** `help [COMMAND]` */
export async function help(args: Arguments, host: Host): Promise<number> {
  const [name] = args.operands
  if (name === undefined) return overview(host)
  const names = commands.map(command => command.name)
  const near = nearest(name, names)
  const hint = near === undefined ? `commands are ${names.join(', ')}` : `did you mean ${near}?`
  return explain(commands.find(command => command.name === name) ?? misuse(`unknown command "${name}"; ${hint}`), host)
}

/** Every command in one line each. */
export function overview(host: Host): number {
  const call = callOf(host)
  const lines = [
    'Derives matrix derivatives, step by named step.',
    '',
    `  ${call} COMMAND ...`,
    '',
    ...table(commands.map(({ name, operands, summary }) => [`${name} ${operands}`, summary])),
    '',
    'Without a command a session opens, in which you derive by hand or look on; in a pipe, a worked example is printed.',
    '',
    'Examples:',
    ...commands.slice(0, 2).flatMap(({ examples }) => examples.map(example => `  ${call} ${example}`)),
    '',
    `"${call} help COMMAND" explains one of them.`,
  ]
  host.stdout.write(`${lines.join('\n')}\n`)
  return Exit.done
}

/** One command with its options and examples. */
export function explain({ name, operands, summary, options, examples }: Command, host: Host): number {
  const call = callOf(host)
  const rows = options.map(({ name, value, summary }) => [
    `--${name}${value === undefined ? '' : ` ${value}`}`,
    summary,
  ])
  const lines = [
    `${call} ${name} ${operands}${options.length > 0 ? ' [OPTIONS]' : ''}`,
    '',
    `  ${summary}`,
    ...(rows.length > 0 ? ['', ...table(rows)] : []),
    '',
    'Examples:',
    ...examples.map(example => `  ${call} ${example}`),
  ]
  host.stdout.write(`${lines.join('\n')}\n`)
  return Exit.done
}

function table(rows: readonly (readonly string[])[]): string[] {
  const width = Math.max(...rows.map(([first]) => first.length))
  return rows.map(([first, second]) => `  ${first.padEnd(width)}  ${second}`)
}
