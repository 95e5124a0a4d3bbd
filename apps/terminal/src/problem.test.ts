import { describe, expect, it } from 'vitest'
import { excerpt, oneLine } from './problem.ts'

/** What stands above the carets. */
function marked(source: string, start: number, end: number, width = 80): string {
  const { text, mark } = excerpt(source, { start, end }, width)
  expect(text.length).toBeLessThanOrEqual(width + 4)
  return [...text].slice(mark.indexOf('^'), mark.length).join('')
}

describe('the carets', () => {
  it('stand below what is to blame', () => {
    expect(marked('A*x*y', 2, 5)).toBe('x*y')
    expect(marked('y = A*x\ny*foo\n3', 10, 13)).toBe('foo')
    expect(marked('Σ*𝐀*x', 2, 4)).toBe('𝐀')
    expect(marked('\tA*x', 1, 2)).toBe('A')
  })

  it('mark at least one place, also behind the end', () => {
    expect(excerpt('A*', { start: 2, end: 2 }, 80)).toEqual({ text: 'A*', mark: '  ^' })
    expect(excerpt('a\nb', { start: 1, end: 2 }, 80)).toEqual({ text: 'a', mark: ' ^' })
  })

  it('stay on the screen when the line does not', () => {
    const long = `${'a + '.repeat(200)}foo${' + b'.repeat(200)}`
    expect(marked(long, 800, 803)).toBe('foo')
    expect(marked('x'.repeat(500), 0, 500).length).toBeLessThanOrEqual(80)
  })
})

it('a message is one line and commands no terminal', () => {
  expect(oneLine('received "a\nb\u001b[31m"')).toBe('received "a\\nb\\u001b[31m"')
})
