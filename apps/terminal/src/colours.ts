import { styleText } from 'node:util'

/** What colour says: nothing is told by colour alone. */
export interface Colours {
  readonly strong: (text: string) => string
  readonly quiet: (text: string) => string
  readonly name: (text: string) => string
  readonly bad: (text: string) => string
}

const same = (text: string): string => text
/** For what is set elsewhere, or not at all. */
export const plain: Colours = { strong: same, quiet: same, name: same, bad: same }
const some: Colours = {
  strong: text => styleText('bold', text),
  quiet: text => styleText('dim', text),
  name: text => styleText('cyan', text),
  bad: text => styleText('red', text),
}

/** Colours for a terminal; none in a pipe or for who set NO_COLOR (https://no-color.org). */
export function colours(
  { isTTY }: { readonly isTTY?: boolean },
  env: Readonly<Record<string, string | undefined>>,
): Colours {
  return isTTY && !env.NO_COLOR && env.TERM !== 'dumb' ? some : plain
}
