import type { Choices } from './choices.ts'
import { createWriter } from './expression.ts'
import { families, names, numberName, plainSizes, type Shape, type Size } from './names.ts'
import { createScope } from './scope.ts'

/** A well-typed program, and what it is derived by. */
export interface RandomProgram {
  readonly text: string
  readonly wrt: string
  readonly order: 1 | 2
}

/** How deep operators stand inside of one another, and which derivative is asked for; a second one is of a scalar. */
export interface ProgramOptions {
  readonly depth?: number
  readonly order?: 1 | 2
}

const stems = ['h', 'w', 'q']

/**
 * A program that is well typed by construction and has a value at nearly every point. Up to three intermediates go
 * before an expression of any shape.
 */
export function randomProgram(choices: Choices, { depth = 6, order = 1 }: ProgramOptions = {}): RandomProgram {
  const definitions: string[] = []
  const known: (Shape & { name: string })[] = []
  const deep = () => 1 + choices.below(depth)
  for (let count = Math.max(0, choices.below(8) - 4); count > 0; count--) {
    const shape = plainShape(choices)
    const name = stems[known.length]
    const definition = createWriter(choices, createScope(choices), order, known)(shape, Math.min(deep(), 3))
    definitions.push(`${name} = ${definition}${choices.of(['; ', '; ', '\n'])}`)
    known.push({ name, ...shape })
  }
  const shape: Shape = order === 2 ? { rows: '1', cols: '1' } : rootShape(choices)
  const scope = createScope(choices)
  const write = () => createWriter(choices, scope, order, known)(shape, deep())
  const body = choices.below(4) === 3 ? scope.sum(write) : write()
  const isStackable = order === 1 && shape.rows === shape.cols && shape.rows !== '1'
  const end = isStackable ? choices.of([body, body, `vech(${body})`]) : body
  const text = respelled(choices, definitions.join('') + end)
  const present = variablesIn(text)
  if (present.length > 0) return { text, wrt: choices.of(present), order }
  // A constant, which has a derivative as well: 0, which must not come from nowhere.
  return { text: `${definitions.join('')}${body} + 0*t*${ones(shape)}`, wrt: 't', order }
}

/** Other ways to write a sign. */
const spellings: Readonly<Record<string, readonly string[]>> = {
  "'": ['’', '′', 'ᵀ', '⊤', ".'"],
  '*': ['·', '×'],
  '.*': ['∘', '⊙'],
  './': ['⊘'],
  '-': ['−'],
  '...': ['…'],
}

/** The text with some of its signs in another spelling, of which the language knows several. */
function respelled(choices: Choices, text: string): string {
  return text.replace(/\.\.\.|\.[*/]|[*'-]/g, sign => {
    const others = spellings[sign]
    return others !== undefined && choices.below(16) === 15 ? choices.of(others) : sign
  })
}

const ones = ({ rows, cols }: Shape) => (rows === '1' && cols === '1' ? '1' : `ones(${rows},${cols})`)

function variablesIn(text: string): string[] {
  const words = new Set(text.match(/[\p{L}_]\w*/gu))
  const used = (name: string) => words.has(name)
  // Where all members of a family stand together, no single one is derived by.
  const isWhole = (name: string) => new RegExp(`\\b${name}(?!\\[|\\w)|\\[${name}\\[1\\][,;]`).test(text)
  const members = families
    .filter(({ name }) => used(name) && !isWhole(name))
    .map(({ name }) => `${name}[${numberName}]`)
  return [...names.map(({ name }) => name).filter(used), ...members]
}

function plainShape(choices: Choices): Shape {
  const sizes: readonly Size[] = ['1', ...plainSizes]
  return { rows: choices.of(sizes), cols: choices.of(sizes) }
}

/** Scalars are what people derive most; the last shapes are those that only vec and ⊗ have. */
function rootShape(choices: Choices): Shape {
  const kind = choices.below(16)
  if (kind < 6) return { rows: '1', cols: '1' }
  if (kind < 14) return plainShape(choices)
  return choices.of<Shape>([
    { rows: 'm*n', cols: '1' },
    { rows: '1', cols: 'm*n' },
    { rows: 'm*n', cols: 'p' },
  ])
}
