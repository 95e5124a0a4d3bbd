import type { Arguments } from './command-line.ts'
import type { Host } from './host.ts'

/** An option as the parser and the help need it. */
export interface Option {
  readonly name: string
  /** What stands for the value in the help; absent for a switch. */
  readonly value?: string
  /** The values there are, where they are known beforehand. */
  readonly choices?: readonly string[]
  readonly repeated?: true
  readonly summary: string
}

export interface Command {
  readonly name: string
  /** The operands in the help: `EXPR`, `[NAME]`. */
  readonly operands: string
  readonly operandCount: readonly [fewest: number, most: number]
  readonly summary: string
  readonly options: readonly Option[]
  readonly examples: readonly string[]
  load(): Promise<(args: Arguments, host: Host) => Promise<number>>
}

const deriving: readonly Option[] = [
  { name: 'wrt', value: 'X', repeated: true, summary: 'the variable to derive by; several give one derivative each' },
  {
    name: 'var',
    value: '"A: KIND"',
    repeated: true,
    summary: 'declare a name: scalar, vector(n), matrix(m,n), spd(n) ...',
  },
  { name: 'layout', value: 'LAYOUT', summary: 'numerator (the default), denominator, mixed, or an alias' },
  { name: 'order', value: 'N', choices: ['1', '2'], summary: '2 for the second derivative of a scalar' },
]

const showing: readonly Option[] = [
  {
    name: 'format',
    value: 'FORMAT',
    choices: ['text', 'unicode', 'latex', 'json', 'markdown'],
    summary: 'text (the default, input again), unicode, latex, json or markdown',
  },
  { name: 'no-steps', summary: 'the result without the argument' },
  {
    name: 'proof',
    value: 'DEPTH',
    choices: ['none', 'result', 'steps'],
    summary: 'what to prove by computation: none, result or steps (the default: the result and every step)',
  },
]

/** Every command; each is read when it is called, so that starting one does not pay for the others. */
export const commands: readonly Command[] = [
  {
    name: 'derive',
    operands: 'EXPR',
    operandCount: [1, 1],
    summary: 'derive an expression, step by named step ("-" reads it from standard input)',
    options: [...deriving, ...showing],
    examples: [
      'derive "tr(A*X*B)" --wrt X',
      'derive "norm2(W*x + b)^2" --wrt W --wrt b --layout denominator',
      'derive "x\'*A*x" --wrt x --var "A: symmetric(n)" --order 2',
    ],
    load: async () => (await import('./commands/derive.ts')).derive,
  },
  {
    name: 'evaluate',
    operands: 'EXPR',
    operandCount: [1, 1],
    summary: 'derive, and evaluate the expression and its derivative at given values',
    options: [
      ...deriving,
      {
        name: 'values',
        value: 'FILE',
        summary: 'JSON: numbers by name, { "x": [1, 2], "A": [[1, 0], [0, 1]] }; "-" for standard input',
      },
      ...showing,
    ],
    examples: ['evaluate "x\'*A*x" --wrt x --values values.json'],
    load: async () => (await import('./commands/evaluate.ts')).evaluate,
  },
  {
    name: 'identities',
    operands: '[NAME]',
    operandCount: [0, 1],
    summary: 'list every identity, or show one in full',
    options: [{ name: 'format', value: 'FORMAT', choices: ['text', 'json'], summary: 'text (the default) or json' }],
    examples: ['identities', 'identities trace-cyclic'],
    load: async () => (await import('./commands/identities.ts')).listIdentities,
  },
  {
    name: 'batch',
    operands: 'FILE',
    operandCount: [1, 1],
    summary: 'answer requests, one JSON object a line ("-" reads standard input), in order',
    options: [{ name: 'layout', value: 'LAYOUT', summary: 'for requests that name none' }],
    examples: ['batch requests.jsonl', 'batch - < requests.jsonl > answers.jsonl'],
    load: async () => (await import('./commands/batch.ts')).batch,
  },
  {
    name: 'help',
    operands: '[COMMAND]',
    operandCount: [0, 1],
    summary: 'explain the commands, or one of them',
    options: [],
    examples: ['help derive'],
    load: async () => (await import('./commands/help.ts')).help,
  },
]
