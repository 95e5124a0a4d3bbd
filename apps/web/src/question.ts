import type { StructureMode } from '@matrix-derive/core'
import { readDeclarations } from '@matrix-derive/language'
import type { DerivationRequest } from '@matrix-derive/request'

/** What someone asks, as the attributes of the element say it. */
export interface Question {
  /** A program of the input language. */
  readonly expression: string
  /** The variables to derive by, with commas or spaces between them. */
  readonly wrt: string
  /** Declarations, one a line or with semicolons between them: `A: matrix(m,n); x: vector(n)`. */
  readonly variables: string
  readonly layout: string
  readonly order: number
  readonly structure: StructureMode
}

export const emptyQuestion: Question = {
  expression: '',
  wrt: '',
  variables: '',
  layout: 'numerator',
  order: 1,
  structure: 'ignore',
}

export const namesOf = (wrt: string): string[] => wrt.split(/[\s,]+/).filter(Boolean)

const linesOf = (variables: string): string[] => variables.split(/[;\n]/).filter(line => line.trim() !== '')

/** The declarations by name. @throws `syntax` */
export function declarationsOf(variables: string): Record<string, string> {
  return Object.fromEntries([...readDeclarations(linesOf(variables))].map(([name, { text }]) => [name, text]))
}

/** The declarations with the kind of one name changed, or left to inference where `kind` is empty. */
export function withDeclaration(variables: string, name: string, kind: string): string {
  const others = linesOf(variables).filter(line => line.slice(0, line.indexOf(':')).trim() !== name)
  return [...others, ...(kind.trim() === '' ? [] : [`${name}: ${kind.trim()}`])].map(line => line.trim()).join('; ')
}

/** A question as those take it who answer it. @throws `syntax` for declarations that cannot be read */
export function requestOf({ wrt, variables, ...rest }: Question) {
  return { ...rest, wrt: namesOf(wrt), variables: declarationsOf(variables) } satisfies DerivationRequest
}

/** The question as the part of an address behind `#`; what is as usual is left out. */
export function toHash(question: Question): string {
  const parts = new URLSearchParams()
  for (const [name, value] of Object.entries(question)) {
    if (value !== emptyQuestion[name as keyof Question]) parts.set(name, String(value))
  }
  return String(parts)
}

/** The question that such an address holds; anything else in it is ignored. */
export function fromHash(hash: string): Question {
  const parts = new URLSearchParams(hash.replace(/^#/, ''))
  const text = (name: keyof Question) => parts.get(name) ?? String(emptyQuestion[name])
  return {
    expression: text('expression'),
    wrt: text('wrt'),
    variables: text('variables'),
    layout: text('layout'),
    order: Number(text('order')) || 1,
    structure: text('structure') as StructureMode,
  }
}
