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
  {
    name: 'order',
    value: 'N',
    summary: '2 for second derivatives, mixed ones where there are several variables; and so on',
  },
  {
    name: 'structure',
    value: 'MODE',
    choices: ['ignore', 'projected', 'independent'],
    summary:
      'by a symmetric(n), skew(n) ... variable: the plain gradient, that within the structure, or by its free entries',
  },
]

const collect: Option = {
  name: 'collect',
  summary: 'write sums over samples with the matrices of all samples: X*r for sum(i in 1..N, r[i]*x[i])',
}

const structureDefault: Option = {
  name: 'structure',
  value: 'MODE',
  choices: ['ignore', 'projected', 'independent'],
  summary: 'for requests that name none',
}

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
  {
    name: 'proof-time',
    value: 'SECONDS',
    summary: 'after how long the rest stays unchecked (1.5; MATRIX_DERIVE_PROOF_TIME changes it for all)',
  },
]

const textOrJson: Option = {
  name: 'format',
  value: 'FORMAT',
  choices: ['text', 'json'],
  summary: 'text (the default) or json',
}

/** Every command; each is read when it is called, so that starting one does not pay for the others. */
export const commands: readonly Command[] = [
  {
    name: 'derive',
    operands: 'EXPR',
    operandCount: [1, 1],
    summary: 'derive an expression, step by named step ("-" reads it from standard input)',
    options: [
      ...deriving,
      collect,
      ...showing,
      { name: 'save', value: 'FILE', summary: 'save the derivation as well, to be replayed later' },
    ],
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
      collect,
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
    name: 'replay',
    operands: 'FILE',
    operandCount: [1, 1],
    summary: 'derive again what a file has that "derive --save" wrote, and say what is different ("-": standard input)',
    options: [textOrJson],
    examples: ['replay derivation.json'],
    load: async () => (await import('./commands/replay.ts')).replayFile,
  },
  {
    name: 'check',
    operands: 'EXPR',
    operandCount: [1, 1],
    summary: 'say whether your own derivative is right, and if not, what it is',
    options: [
      ...deriving,
      { name: 'claim', value: 'ANSWER', summary: 'the derivative as you have it' },
      { name: 'claim-file', value: 'FILE', summary: 'many of them, one a line; "-" for standard input' },
      {
        name: 'working',
        value: 'FILE',
        summary: 'your derivation, an equation a line: df = ..., and what you read off; "-" for standard input',
      },
      {
        name: 'given',
        value: 'CONDITION',
        repeated: true,
        summary: 'what is supposed to hold: "A symmetric", "X orthogonal", "m = n"',
      },
      textOrJson,
    ],
    examples: [
      'check "x\'*A*x" --wrt x --claim "2*A*x"',
      'check "log(det(X))" --wrt X --claim "inv(X)\'" --layout denominator',
      'check "x\'*A*x" --wrt x --working lines.txt',
    ],
    load: async () => (await import('./commands/check.ts')).checkClaims,
  },
  {
    name: 'convert',
    operands: 'FORMULA',
    operandCount: [1, 1],
    summary: 'bring a formula for a derivative from one layout to another ("-" reads it from standard input)',
    options: [
      { name: 'from', value: 'LAYOUT', summary: 'the layout that it is in' },
      { name: 'to', value: 'LAYOUT', summary: 'the layout that it is wanted in' },
      {
        name: 'of',
        value: '"F by X"',
        summary: 'of what by what it is the derivative: names, or kinds such as "scalar by matrix(m,n)"',
      },
      { name: 'var', value: '"A: KIND"', repeated: true, summary: 'declare a name, that of the function as well' },
      textOrJson,
    ],
    examples: [
      'convert "B*A" --from numerator --to denominator --of "f by X"',
      'convert "A" --from numerator --to denominator --of "vector(m) by vector(n)"',
    ],
    load: async () => (await import('./commands/convert.ts')).convertFormula,
  },
  {
    name: 'audit',
    operands: 'FILE',
    operandCount: [1, 1],
    summary: 'judge a table of formulas, one JSON object a line: id, expression, wrt, claim ("-" reads standard input)',
    options: [{ name: 'layout', value: 'LAYOUT', summary: 'the layout that the table says it is in' }, textOrJson],
    examples: ['audit formulas.jsonl', 'audit formulas.jsonl --layout numerator --format json'],
    load: async () => (await import('./commands/audit.ts')).auditFile,
  },
  {
    name: 'prove',
    operands: '[IDENTITY...]',
    operandCount: [0, 1000],
    summary: 'prove the statements of all identities, or of some, by computation',
    options: [textOrJson],
    examples: ['prove', 'prove trace-cyclic differential-inverse'],
    load: async () => (await import('./commands/prove.ts')).proveIdentities,
  },
  {
    name: 'identities',
    operands: '[NAME]',
    operandCount: [0, 1],
    summary: 'list every identity, or show one in full',
    options: [textOrJson],
    examples: ['identities', 'identities trace-cyclic'],
    load: async () => (await import('./commands/identities.ts')).listIdentities,
  },
  {
    name: 'batch',
    operands: 'FILE',
    operandCount: [1, 1],
    summary: 'answer requests, one JSON object a line ("-" reads standard input), in order',
    options: [{ name: 'layout', value: 'LAYOUT', summary: 'for requests that name none' }, structureDefault, collect],
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
