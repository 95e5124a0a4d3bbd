import type { TextProps } from 'ink'

/** What is set apart on the screen. Colours are the sixteen that every terminal has; nothing is told by colour alone. */
export type Look =
  | 'title'
  | 'tab'
  | 'quiet'
  | 'law'
  | 'good'
  | 'bad'
  | 'answer'
  | 'cursor'
  | 'chosen'
  | 'changed'
  | 'changing'
  | 'wrong'
  | 'key'

type Style = Omit<TextProps, 'children'>

const shapes: Readonly<Record<Look, Style>> = {
  title: { bold: true },
  tab: { inverse: true },
  quiet: { dimColor: true },
  law: {},
  good: {},
  bad: { bold: true },
  answer: { bold: true },
  cursor: { bold: true },
  chosen: { inverse: true },
  changed: { underline: true },
  changing: { underline: true },
  wrong: { underline: true },
  key: { bold: true },
}

const colours: Partial<Record<Look, Style>> = {
  title: { color: 'cyan', bold: true },
  law: { color: 'cyan' },
  good: { color: 'green' },
  bad: { color: 'red', bold: true },
  answer: { color: 'green', bold: true },
  changed: { color: 'green', underline: true },
  changing: { color: 'yellow', underline: true },
  wrong: { color: 'red', underline: true },
  key: { color: 'yellow' },
}

export type Theme = (looks: readonly Look[]) => Style

/** With colours, or by weight and underline alone (https://no-color.org). */
export function themeFor(hasColours: boolean): Theme {
  const of = (look: Look) => (hasColours ? (colours[look] ?? shapes[look]) : shapes[look])
  return looks => Object.assign({}, ...looks.map(of))
}
