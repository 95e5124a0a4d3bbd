import { createReadStream, mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { Readable } from 'node:stream'
import type { Host } from '../../apps/terminal/src/host.ts'
import { run } from '../../apps/terminal/src/run.ts'

/** Pages say the same on a slow machine: what is not checked for want of time would be said, and differ. */
const patience = { MATRIX_DERIVE_PROOF_TIME: '600' }

/** Someone at a terminal who follows a page from its top: files and the last exit code stay from block to block. */
export class Session {
  private readonly folder: string
  private readonly files = new Set<string>()
  private status = 0

  constructor(folder: string) {
    this.folder = folder
  }

  /** A file that the page shows. */
  write(name: string, lines: readonly string[]): void {
    const file = join(this.folder, name)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, `${lines.join('\n')}\n`)
    this.files.add(name)
  }

  /** The commands of a block, each with what it prints now. */
  async replay(block: readonly string[]): Promise<string[]> {
    const shown: string[] = []
    for (const line of block.filter(line => line.startsWith('$ '))) {
      const output = await this.type(words(line.slice(2)))
      shown.push(line, ...output.replace(/\n$/, '').split('\n'))
      if (output === '') shown.pop()
    }
    return shown
  }

  private async type(typed: readonly string[]): Promise<string> {
    if (typed.join(' ') === 'echo $?') return `${this.status}\n`
    const isStart = typed.slice(0, 4).join(' ') === 'npm start --silent --'
    if (!isStart && typed[0] !== 'matrix-derive') throw new Error(`A page cannot run "${typed.join(' ')}".`)
    const redirection = typed.indexOf('<')
    const [command, input] = redirection < 0 ? [typed] : [typed.slice(0, redirection), typed[redirection + 1]]
    let output = ''
    const write = (text: string) => {
      output += text
      return true
    }
    const out = { write } as unknown as NodeJS.WritableStream
    const host: Host = {
      stdin: input === undefined ? Readable.from([]) : createReadStream(join(this.folder, input)),
      stdout: out,
      stderr: out,
      env: { ...(isStart && { npm_lifecycle_event: 'start' }), ...patience },
      cwd: () => this.folder,
    }
    // Tests have no working directory of their own, so files are given by their whole paths.
    const args = command.slice(isStart ? 4 : 1).map(word => (this.files.has(word) ? join(this.folder, word) : word))
    this.status = await run(args, host)
    // No page may ever tell this as if it were an answer.
    if (output.includes('a defect of matrix-derive')) throw new Error(`${typed.join(' ')}\n${output}`)
    return output.replaceAll(`${this.folder}/`, '')
  }
}

/** The words of a command line; quotes hold one together. */
function words(line: string): string[] {
  return [...line.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)].map(([, double, single, bare]) => double ?? single ?? bare)
}
