import type { ReadProgram } from '@matrix-derive/language'
import type { Claimed } from './compare.ts'

/** A request in which all kinds are declared, so that what is known of it can be changed. */
export type DeclaredRequest = Claimed & { readonly variables: Readonly<Record<string, string>> }

/** The request with the kinds that were inferred written down. */
export function declared(request: Claimed, program: ReadProgram): DeclaredRequest {
  const inferred = [...program.symbols].map(([name, { declaration }]) => [name, declaration])
  return { ...request, variables: { ...Object.fromEntries(inferred), ...request.variables } }
}

/** The request with the sizes of a group called by the name of the first. */
export function withEqualSizes(request: DeclaredRequest, sizes: readonly string[]): DeclaredRequest {
  const [first, ...others] = sizes
  const names = new Set(Object.keys(request.variables))
  const renamed = others.filter(name => !names.has(name))
  const rename = (text: string, which: readonly string[]) =>
    which.reduce((done, name) => done.replace(wordOf(name), first), text)
  return {
    ...request,
    expression: rename(request.expression, renamed),
    claim: rename(request.claim, renamed),
    variables: Object.fromEntries(
      Object.entries(request.variables).map(([name, declaration]) => [name, rename(declaration, others)]),
    ),
  }
}

/** Whether some kind speaks of a size of this name. */
export function isSize({ variables }: DeclaredRequest, name: string): boolean {
  return Object.values(variables).some(declaration => wordOf(name).test(declaration))
}

/** A name where it stands alone; names may have letters of any alphabet. */
function wordOf(name: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}_])${name}(?![\\p{L}\\p{N}_])`, 'gu')
}
