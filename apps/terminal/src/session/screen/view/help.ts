import type { Note } from '../../scene.ts'

const groups: readonly (readonly [string, readonly (readonly [string, string])[]])[] = [
  [
    'lines',
    [
      ['↑ ↓  k j', 'to another line; g G to the first and the last, PgUp PgDn by ten'],
      ['Enter', 'unfold the line: the law, its matching, conditions, proof, source'],
      ['→  x', 'explore the line: choose a part of it'],
      ['< >', 'scroll a long line'],
    ],
  ],
  [
    'explore',
    [
      ['↓ ↑ ← →', 'into the tree, out of it, to the neighbours'],
      ['j k', 'choose what to do there'],
      ['Enter', 'do it'],
      ['Esc  x', 'back to the lines'],
    ],
  ],
  [
    'work',
    [
      ['s', 'let the strategy write the next line'],
      ['f', 'let it finish from here'],
      ['h', 'a hint: what it would do, and why'],
      ['u r', 'undo, redo'],
      ['[ ]  d', 'to another branch; drop this one'],
    ],
  ],
  [
    'answer',
    [
      ['l', 'the next layout'],
      ['c', 'check my answer'],
      ['n', 'numbers, drawn by chance or from a file'],
      ['e', 'export: LaTeX, Markdown, text, or a file to replay'],
      ['/', 'search the laws'],
    ],
  ],
  [
    'programs',
    [
      ['o', 'open another one'],
      ['p', 'change this one'],
      ['Tab  1-9', 'to another tab'],
      ['w', 'close this tab'],
      ['^F', 'while typing: take the suggestion'],
      ['Esc', 'cancel what takes long; back'],
      ['q  ^C', 'quit; the work is kept'],
    ],
  ],
]

/** Every key there is. */
export const helpNote: Note = {
  title: 'keys',
  tone: 'plain',
  lines: groups.flatMap(([title, keys]) =>
    keys.map(([key, meaning], i) => `${(i === 0 ? title : '').padEnd(9)} ${key.padEnd(10)} ${meaning}`),
  ),
}
