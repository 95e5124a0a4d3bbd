import { DerivationError, fail, requireProblem } from '@matrix-derive/core'
import { canonicalName } from '../text/greek.ts'
import { tokenize } from '../text/token.ts'
import { type Declaration, isKind, parseDeclaration, takesSizes } from './declaration.ts'

/** Declarations as people give them: by name, or as lines `A: matrix(m,n)`. */
export type DeclarationInput = Readonly<Record<string, string>> | readonly string[]

/**
 * Reads declarations; a problem names the declaration it is in, and has no span, which would be one in another text.
 * @throws `syntax`
 */
export function readDeclarations(input: DeclarationInput): Map<string, Declaration> {
  const declarations = new Map<string, Declaration>()
  for (const [written, text] of Array.isArray(input) ? input.map(splitLine) : Object.entries(input)) {
    const name = readName(written)
    if (declarations.has(name)) fail('syntax', `Expected one declaration of ${name}, received two.`)
    declarations.set(
      name,
      within(name, () => parseDeclaration(text)),
    )
  }
  return declarations
}

function splitLine(line: string): [string, string] {
  const colon = line.indexOf(':')
  if (colon < 0) fail('syntax', `Expected a declaration such as "A: matrix(m,n)", received "${line}".`)
  return [line.slice(0, colon), line.slice(colon + 1)]
}

/** The one spelling of a name. @throws `syntax` when it is none */
export function readName(written: string): string {
  const tokens = within(written, () => tokenize(written))
  if (tokens.length !== 1 || tokens[0].kind !== 'name') {
    const isMember = tokens.length > 1 && tokens[0].kind === 'name' && tokens[1].text === '['
    fail('syntax', `Expected a name of letters, digits and _, received "${written.trim()}".`, {
      ...(isMember && {
        suggestion: `A family has its number behind the kind of its members: "${tokens[0].text}: vector(n)[N]".`,
      }),
    })
  }
  return canonicalName(tokens[0].text)
}

function within<T>(name: string, read: () => T): T {
  try {
    return read()
  } catch (thrown) {
    const problem = requireProblem(thrown)
    const { span: _, ...rest } = problem
    throw new DerivationError({ ...rest, message: `${name}: ${problem.message}` })
  }
}

/** A metavariable of a statement: its kind, and the words around it. */
export interface Condition {
  readonly declaration: Declaration
  readonly predicates: readonly string[]
}

/**
 * Reads the kinds and conditions of metavariables: `matrix(n,n) invertible`, `constant matrix(m,n)`. Words that are
 * not the declaration are conditions; what they mean is not the language's business.
 * @throws `syntax`
 */
export function readConditions(where: Readonly<Record<string, string>>): Map<string, Condition> {
  const conditions = new Map<string, Condition>()
  for (const [written, text] of Object.entries(where)) {
    const name = readName(written)
    conditions.set(
      name,
      within(name, () => readCondition(text)),
    )
  }
  return conditions
}

const bracketed = String.raw`\s*\((?:[^()]|\([^()]*\))*\)`
const declared = new RegExp(
  String.raw`(?<![\w-])([a-z]+)(${bracketed}(?:\s*(?:->|→)\s*[a-z]+(?:${bracketed})?)?)?(\s*\[[^\]]*\])?(?![\w-])`,
  'g',
)

function readCondition(text: string): Condition {
  for (const found of text.matchAll(declared)) {
    const [whole, word, sizes] = found
    if (!isKind(word) || takesSizes(word) !== (sizes !== undefined)) continue
    const around = `${text.slice(0, found.index)} ${text.slice(found.index + whole.length)}`
    const predicates = around.split(/[\s,]+/).filter(part => part !== '')
    return { declaration: parseDeclaration(whole), predicates }
  }
  return { declaration: parseDeclaration(text), predicates: [] }
}
