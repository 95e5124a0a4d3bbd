import { describe, expect, test } from 'vitest'
import { edited, type Input, inputOf, type Key } from './input.ts'

/** A line with its caret as |. */
const read = (line: string): Input => ({ text: line.replace('|', ''), caret: line.indexOf('|') })
const after = (line: string, character: string, key: Key = {}) => {
  const input = edited(read(line), character, key)
  return input && `${input.text.slice(0, input.caret)}|${input.text.slice(input.caret)}`
}

describe('a line of text', () => {
  test.each<[string, string, string, string, Key?]>([
    ['takes what is typed where the caret is', 'tr(|)', 'A', 'tr(A|)'],
    ['takes lines that are pasted as one program', '|', 'y = A*x\r\ny\n1\r2\t', 'y = A*x; y; 1; 2|'],
    ['is gone through to the left', 'AB|', '', 'A|B', { leftArrow: true }],
    ['ends at the left', '|AB', '', '|AB', { leftArrow: true }],
    ['is gone through to the right', '|AB', '', 'A|B', { rightArrow: true }],
    ['ends at the right', 'AB|', '', 'AB|', { rightArrow: true }],
    ['is gone through by what is seen, not by codes', 'x̂|', '', '|x̂', { leftArrow: true }],
    ['is gone through by what is seen, not by codes', '|x̂y', '', 'x̂|y', { rightArrow: true }],
    ['loses what is before the caret', 'AB|C', '', 'A|C', { backspace: true }],
    ['loses what is before the caret', 'Ax̂|C', '', 'A|C', { delete: true }],
    ['loses nothing before its beginning', '|C', '', '|C', { backspace: true }],
    ['has a beginning', 'AB|C', '', '|ABC', { home: true }],
    ['has a beginning', 'AB|C', 'a', '|ABC', { ctrl: true }],
    ['has an end', 'A|BC', '', 'ABC|', { end: true }],
    ['has an end', 'A|BC', 'e', 'ABC|', { ctrl: true }],
    ['loses all before the caret', 'AB|C', 'u', '|C', { ctrl: true }],
    ['loses all behind the caret', 'A|BC', 'k', 'A|', { ctrl: true }],
    ['loses a word', 'tr(A) + B  |C', 'w', 'tr(A) + |C', { ctrl: true }],
  ])('%s: %s', (_, line, character, expected, key = {}) => {
    expect(after(line, character, key)).toBe(expected)
  })

  test.each<[string, Key]>([
    ['b', { ctrl: true }],
    ['b', { meta: true }],
    ['\r', { return: true }],
    ['', { escape: true }],
    ['', { tab: true }],
    ['', { upArrow: true }],
    ['', { downArrow: true }],
    ['\u0007', {}],
  ])('leaves %j %j to others', (character, key) => {
    expect(after('A|', character, key)).toBeUndefined()
  })

  test('begins with the caret at its end', () => {
    expect(inputOf('tr(A)')).toEqual({ text: 'tr(A)', caret: 5 })
  })
})
