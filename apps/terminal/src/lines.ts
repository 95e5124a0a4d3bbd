import { StringDecoder } from 'node:string_decoder'

/** A line of a stream; `tooLong` where it was given up, and its text is only the beginning. */
export interface TextLine {
  readonly number: number
  readonly text: string
  readonly tooLong: boolean
}

/**
 * The lines of a stream, one at a time and never more than one in memory. Only a line feed ends a line: a U+2028 inside
 * of a JSON string does not, in contrast to what node:readline thinks.
 */
export async function* linesIn(
  stream: AsyncIterable<Buffer | string>,
  longest: number,
): AsyncGenerator<TextLine, void> {
  const decoder = new StringDecoder('utf8')
  let pieces: string[] = []
  let size = 0
  let number = 0
  const keep = (piece: string) => {
    if (size <= longest) pieces.push(piece)
    size += piece.length
  }
  const take = (): TextLine => {
    const text = pieces.join('').replace(/\r$/, '')
    // Some editors begin a file with a byte order mark.
    const line = { number: ++number, text: number === 1 ? text.replace(/^\uFEFF/, '') : text, tooLong: size > longest }
    pieces = []
    size = 0
    return line
  }
  for await (const chunk of stream) {
    const text = typeof chunk === 'string' ? chunk : decoder.write(chunk)
    let from = 0
    for (let to = text.indexOf('\n'); to >= 0; to = text.indexOf('\n', from)) {
      keep(text.slice(from, to))
      yield take()
      from = to + 1
    }
    if (from < text.length) keep(text.slice(from))
  }
  keep(decoder.end())
  if (size > 0) yield take()
}
