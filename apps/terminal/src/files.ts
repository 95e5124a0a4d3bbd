import { randomUUID } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { open, readFile, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { type Host, readAll } from './host.ts'
import { misuse } from './usage.ts'

/** A file that is read while it is worked on, or standard input for "-". @throws UsageError */
export async function openFile(file: string, { stdin }: Host): Promise<AsyncIterable<Buffer>> {
  if (file === '-') return stdin as unknown as AsyncIterable<Buffer>
  try {
    const handle = await open(file)
    // A directory opens as well as a file does, and only fails when it is read.
    if (!(await handle.stat()).isDirectory()) return handle.createReadStream() as AsyncIterable<Buffer>
    await handle.close()
  } catch (error) {
    failToRead(file, error)
  }
  return failToRead(file, { code: 'EISDIR' })
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

/** As {@link replaceFile}. @throws UsageError */
export async function writeWholeFile(file: string, text: string): Promise<void> {
  try {
    await replaceFile(file, text)
  } catch (error) {
    misuse(`expected a file that can be written, received "${file}" (${(error as NodeJS.ErrnoException).code})`)
  }
}

/**
 * Writes a whole file or nothing: what was there before stays until all of the new text is on the disk.
 * @throws the error of the system
 */
export async function replaceFile(file: string, text: string): Promise<void> {
  // In the same folder, for only there a name can be given to another file at once.
  const part = `${file}.${randomUUID()}`
  try {
    const handle = await open(part, 'wx')
    try {
      await handle.writeFile(text)
      await handle.sync()
    } finally {
      await handle.close()
    }
    await rename(part, file)
  } catch (error) {
    await rm(part, { force: true }).catch(() => {})
    throw error
  }
}

/**
 * A folder, and those that it lies in. Node's own way never ends below /proc, where no folder can be made.
 * @throws the error of the system
 */
export function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { mode: 0o700 })
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'EEXIST') return
    if (code !== 'ENOENT' || dirname(folder) === folder) throw error
    makeFolder(dirname(folder))
    mkdirSync(folder, { mode: 0o700 })
  }
}
