import { expect, it } from 'vitest'
import { linesIn } from './lines.ts'

async function lines(chunks: readonly (string | Buffer)[], longest = 100) {
  async function* stream() {
    yield* chunks
  }
  const found: [number, string, boolean][] = []
  for await (const { number, text, tooLong } of linesIn(stream(), longest)) found.push([number, text, tooLong])
  return found
}

it('cuts a stream at line feeds, wherever its chunks end', async () => {
  expect(await lines(['a\nb', 'c\r\n', '\n', 'd'])).toEqual([
    [1, 'a', false],
    [2, 'bc', false],
    [3, '', false],
    [4, 'd', false],
  ])
  expect(await lines([])).toEqual([])
})

it('leaves out the mark that some editors begin a file with', async () => {
  expect(await lines(['\uFEFFa\n\uFEFFb'])).toEqual([
    [1, 'a', false],
    [2, '\uFEFFb', false],
  ])
})

it('keeps characters whole that are cut by a chunk', async () => {
  const bytes = Buffer.from('∂f\n')
  expect(await lines([bytes.subarray(0, 1), bytes.subarray(1)])).toEqual([[1, '∂f', false]])
})

it('forgets what is too long and goes on behind it', async () => {
  const found = await lines(['x'.repeat(60), 'x'.repeat(60), 'x'.repeat(60), '\ny\n'])
  expect(found.map(([number, , tooLong]) => [number, tooLong])).toEqual([
    [1, true],
    [2, false],
  ])
  expect(found[1][1]).toBe('y')
})
