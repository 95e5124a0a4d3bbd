import { type ErrorCode, fail } from '@matrix-derive/core'

/** Reads JSON. @throws the code, saying in which file, line and column it is none */
export async function parseJson(text: string, file: string, code: ErrorCode): Promise<unknown> {
  try {
    return JSON.parse(withoutMark(text))
  } catch {
    const { line, column, received } = await jsonFault(text)
    return fail(code, `${file}:${line}:${column}: Expected JSON, received ${received}.`)
  }
}

/** Where a text stops being JSON. */
export interface JsonFault {
  readonly line: number
  readonly column: number
  /** What stands there. */
  readonly received: string
}

/**
 * Finds the place at which a text is no JSON. What the engine says differs from version to version and often lacks
 * the place, so a parser that tracks it is read for this, and only for this.
 */
export async function jsonFault(text: string): Promise<JsonFault> {
  const { parse } = await import('@humanwhocodes/momoa')
  const source = withoutMark(text)
  try {
    // At the end of a text that stops too early the parser blames what came last; so there is always something more.
    parse(`${source}@`)
  } catch (error) {
    const { line = 1, column = 1 } = error as { line?: number; column?: number }
    const rest = source.split(/\r\n?|\n/)[line - 1]?.slice(column - 1) ?? ''
    const [word] = /^([\w.+-]+|.)/u.exec(rest) ?? []
    return { line, column, received: word === undefined ? 'the end of the text' : JSON.stringify(word.slice(0, 20)) }
  }
  return { line: 1, column: 1, received: 'something else' }
}

/** Some editors begin a file with a byte order mark. */
function withoutMark(text: string): string {
  return text.replace(/^\uFEFF/, '')
}
