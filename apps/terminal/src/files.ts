import { createReadStream } from 'node:fs'
import { access, constants, readFile } from 'node:fs/promises'
import { type Host, readAll } from './host.ts'
import { misuse } from './usage.ts'

/** A file that is read while it is worked on, or standard input for "-". @throws UsageError */
export async function openFile(file: string, { stdin }: Host): Promise<AsyncIterable<Buffer>> {
  if (file === '-') return stdin as unknown as AsyncIterable<Buffer>
  try {
    await access(file, constants.R_OK)
  } catch (error) {
    failToRead(file, error)
  }
  return createReadStream(file) as AsyncIterable<Buffer>
}

/** All of a file, or of standard input for "-". @throws UsageError */
export async function readTextFile(file: string, { stdin }: Host): Promise<string> {
  if (file === '-') return readAll(stdin)
  try {
    return await readFile(file, 'utf8')
  } catch (error) {
    return failToRead(file, error)
  }
}

function failToRead(file: string, error: unknown): never {
  return misuse(`expected a file that can be read, received "${file}" (${(error as NodeJS.ErrnoException).code})`)
}
