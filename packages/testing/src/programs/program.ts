import type { Choices } from './choices.ts'
import { createWriter } from './expression.ts'
import { names, plainSizes, type Shape, type Size } from './names.ts'

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
    definitions.push(`${name} = ${createWriter(choices, order, known)(shape, Math.min(deep(), 3))}; `)
    known.push({ name, ...shape })
  }
  const shape: Shape = order === 2 ? { rows: '1', cols: '1' } : rootShape(choices)
  const body = createWriter(choices, order, known)(shape, deep())
  const isStackable = order === 1 && shape.rows === shape.cols && shape.rows !== '1'
  const text = definitions.join('') + (isStackable ? choices.of([body, body, `vech(${body})`]) : body)
  const present = variablesIn(text)
  if (present.length > 0) return { text, wrt: choices.of(present), order }
  // A constant, which has a derivative as well: 0, which must not come from nowhere.
  return { text: `${definitions.join('')}${body} + 0*t*${ones(shape)}`, wrt: 't', order }
}

const ones = ({ rows, cols }: Shape) => (rows === '1' && cols === '1' ? '1' : `ones(${rows},${cols})`)

function variablesIn(text: string): string[] {
  const words = new Set(text.match(/[\p{L}_]\w*/gu))
  return names.map(({ name }) => name).filter(name => words.has(name))
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
