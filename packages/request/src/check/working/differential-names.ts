import { readName } from '@matrix-derive/language'

/** dX and dx1: a d and a name, where no bracket follows. */
const short = /(?<![\p{L}\p{N}_])d(\p{L}[\p{L}\p{N}_]*)(?![\p{L}\p{N}_(])/gu

/** The text with `d(X)` for `dX`, unless that is the name of something else. */
export function differentialsSpelledOut(text: string, isKnown: (name: string) => boolean): string {
  return text.replace(short, (whole, name: string) =>
    !isKnown(readName(whole)) && isKnown(readName(name)) ? `d(${name})` : whole,
  )
}
