import { readFile } from 'node:fs/promises'
import { fail } from '@matrix-derive/core'
import { parseJson } from '@matrix-derive/project'
import type { Arguments } from '../command-line.ts'
import { type Host, readAll } from '../host.ts'
import { misuse } from '../usage.ts'
import { show } from './derive.ts'

/** `evaluate EXPR --wrt X --values FILE`: the derivation and its numbers. */
export async function evaluate(args: Arguments, host: Host): Promise<number> {
  const file = args.one('values') ?? misuse('expected --values FILE, a JSON file with numbers by name')
  if (file === '-' && args.operands[0] === '-')
    misuse('expected the expression or the values on standard input, not both')
  const text = file === '-' ? await readAll(host.stdin) : await readText(file)
  return show(args, host, () => readValues(text, file === '-' ? 'standard input' : file))
}

async function readText(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8')
  } catch (error) {
    return misuse(
      `expected a file that can be read after --values, received "${file}" (${(error as NodeJS.ErrnoException).code})`,
    )
  }
}

async function readValues(text: string, file: string): Promise<Readonly<Record<string, unknown>>> {
  const values = await parseJson(text, file, 'value')
  if (typeof values !== 'object' || values === null || Array.isArray(values)) {
    fail('value', `${file}: Expected numbers by name, such as { "x": [[1], [2]] }.`)
  }
  return values as Record<string, unknown>
}
