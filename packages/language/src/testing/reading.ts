import { createStore, type Expression, type Problem, requireProblem } from '@matrix-derive/core'
import { builtInOperators } from '@matrix-derive/operators'
import type { DeclarationInput } from '../declare/declarations.ts'
import { type ReadProgram, readProgram } from '../read.ts'

// What the tests of this package share. Expressions are hash-consed: two texts that mean the same in one store are
// one object, so tests compare texts instead of trees.

export function read(text: string, declarations: DeclarationInput = {}): ReadProgram {
  return readProgram({ text, declarations, operators: builtInOperators })
}

/** Whether two texts are one expression, under the same declarations. */
export function meansTheSame(a: string, b: string, declarations: DeclarationInput): boolean {
  const store = createStore()
  const expressions = [a, b].map(
    (text): Expression => readProgram({ text, declarations, operators: builtInOperators, store }).expression,
  )
  return expressions[0] === expressions[1]
}

/** `A: matrix(m,n), x: vector(n)`: what was assumed. */
export function assumed(text: string, declarations: DeclarationInput = {}): string {
  return read(text, declarations)
    .assumptions.map(assumption => assumption.text)
    .join(', ')
}

/** The problem with a text, and the part of it that is to blame. */
export function problemIn(text: string, declarations: DeclarationInput = {}): Problem & { readonly blamed: string } {
  return problemWith(() => read(text, declarations), text)
}

export function problemWith(run: () => unknown, text: string): Problem & { readonly blamed: string } {
  try {
    run()
  } catch (thrown) {
    const problem = requireProblem(thrown)
    return { ...problem, blamed: problem.span ? text.slice(problem.span.start, problem.span.end) : '' }
  }
  throw new Error(`Expected a problem in: ${text}`)
}
