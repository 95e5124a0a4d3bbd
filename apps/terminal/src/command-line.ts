import { parseArgs } from 'node:util'
import { nearest } from '@matrix-derive/language'
import type { Command, Option } from './command.ts'
import { misuse } from './usage.ts'

/** The arguments of one command. */
export interface Arguments {
  readonly operands: readonly string[]
  readonly help: boolean
  /** Whether a switch is there. */
  has(option: string): boolean
  /** The value of an option that is given at most once. */
  one(option: string): string | undefined
  /** The values of an option that may be repeated. */
  all(option: string): readonly string[]
}

const helpOption: Option = { name: 'help', summary: 'explain this command' }

/**
 * Reads the arguments that follow a command. An argument with a single dash in front is an expression: `-x'*x` needs
 * no `--` before it.
 * @throws UsageError
 */
export function readArguments(command: Command, args: readonly string[]): Arguments {
  const options = [...command.options, helpOption]
  const known = new Map(options.map(option => [option.name, option]))
  const config = Object.fromEntries(
    options.map(({ name, value }) => [
      name,
      { type: value === undefined ? ('boolean' as const) : ('string' as const) },
    ]),
  )
  const { tokens } = parseArgs({
    // A space in front keeps an expression from being cut into one short option for each of its letters.
    args: args.map(arg => (isExpression(arg) ? ` ${arg}` : arg)),
    options: config,
    strict: false,
    allowPositionals: true,
    tokens: true,
  })
  const operands: string[] = []
  const values = new Map<string, string[]>()
  for (const token of tokens) {
    if (token.kind === 'positional') operands.push(args[token.index])
    if (token.kind !== 'option') continue
    if (args[token.index] === '-h') values.set('help', [''])
    else {
      const option = known.get(token.name) ?? misuse(unknownOption(command, token.rawName, [...known.keys()]))
      const value = token.inlineValue === false ? args[token.index + 1] : token.value
      checkValue(option, value, token.inlineValue ?? false, values.has(token.name))
      values.set(token.name, [...(values.get(token.name) ?? []), value ?? ''])
    }
  }
  const isHelp = values.has('help')
  if (!isHelp) checkOperands(command, operands)
  return {
    operands,
    help: isHelp,
    has: option => values.has(option),
    one: option => values.get(option)?.[0],
    all: option => values.get(option) ?? [],
  }
}

function isExpression(arg: string): boolean {
  return /^-[^-]/.test(arg) && arg !== '-h'
}

function unknownOption({ name, options }: Command, written: string, known: readonly string[]): string {
  const word = written.replace(/^--/, '')
  const near = known.find(option => option.startsWith(word)) ?? nearest(word, known)
  if (near !== undefined) return `unknown option ${written} of ${name}; did you mean --${near}?`
  return `unknown option ${written} of ${name}; it has ${options.map(option => `--${option.name}`).join(', ') || 'none'}`
}

function checkValue(option: Option, value: string | undefined, inline: boolean, again: boolean): void {
  const { name, choices } = option
  if (option.value === undefined) {
    if (inline) misuse(`--${name} takes no value, received "${value}"`)
    return
  }
  if (value === undefined || value === '' || (!inline && value.startsWith('--'))) {
    misuse(`expected a value after --${name}: --${name} ${option.value}`)
  }
  if (choices && !choices.includes(value)) {
    misuse(`expected --${name} to be one of ${choices.join(', ')}, received "${value}"`)
  }
  if (again && !option.repeated) misuse(`expected --${name} once, received it twice`)
}

function checkOperands(
  { name, operands, operandCount: [fewest, most], options }: Command,
  received: readonly string[],
): void {
  if (received.length < fewest) misuse(`expected ${name} ${operands}; see "help ${name}"`)
  if (received.length > most) {
    const extra = received[most]
    const isOption = options.some(option => extra === `-${option.name}`)
    const quotes = most > 0 && !/\s/.test(extra) ? '; put an expression with spaces in quotes' : ''
    const hint = isOption ? `; did you mean -${extra}?` : quotes
    misuse(`expected ${most === 0 ? 'no operand' : 'one operand'} of ${name}, received also "${extra}"${hint}`)
  }
}
