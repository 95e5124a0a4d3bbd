import { execFileSync, spawnSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { command } from './command.ts'

// A terminal without a window: tmux runs the real program in a real pseudo-terminal, types, and says what is to be seen.

export const hasTmux = spawnSync('tmux', ['-V']).status === 0

export interface Pane {
  /** Keys by their names in tmux: `Enter`, `C-f`, `Left`. */
  press(...keys: readonly string[]): void
  /** Text as it is typed. */
  type(text: string): void
  /** What is to be seen, a line each; with `colours` as control sequences too. */
  screen(colours?: boolean): string
  /** Waits until the screen shows what is wanted. @throws with the screen when it never does */
  shows(wanted: string | RegExp, milliseconds?: number): Promise<string>
  resize(columns: number, rows: number): void
  /** From now on writes whatever the program sends to the terminal into a file. */
  record(file: string): void
  /** The process that runs in the pane. */
  pid(): number
  close(): void
}

export interface PaneOptions {
  readonly cwd: string
  readonly columns?: number
  readonly rows?: number
  readonly args?: readonly string[]
  readonly env?: Readonly<Record<string, string>>
}

/** On a build machine, too, there is somebody at this terminal: what says otherwise is left out of its environment. */
const somebody = Object.fromEntries(
  Object.entries(process.env).filter(([name]) => !/^(CI|CI_.*|CONTINUOUS_INTEGRATION)$/.test(name)),
)

/** The command, started in a pane of its own. What it leaves on the screen stays to be seen. */
export function openPane({ cwd, columns = 80, rows = 24, args = [], env = {} }: PaneOptions): Pane {
  const name = `matrix-derive-${randomUUID()}`
  const tmux = (...words: readonly string[]) =>
    execFileSync('tmux', ['-L', name, ...words], { encoding: 'utf8', env: somebody })
  const variables = ['LANG=C.UTF-8', 'PS1=$ '].flatMap(entry => ['-e', entry])
  tmux(
    '-f',
    '/dev/null',
    'new-session',
    '-d',
    '-s',
    'main',
    '-x',
    `${columns}`,
    '-y',
    `${rows}`,
    ...variables,
    '-c',
    cwd,
    'sh',
  )
  tmux('set-option', '-g', 'status', 'off')
  tmux('resize-window', '-t', 'main', '-x', `${columns}`, '-y', `${rows}`)
  // tmux would set TERM itself, so that the environment is the program's own.
  const words = ['env', ...Object.entries(env).map(entry => entry.join('=')), process.execPath, command, ...args]
  const quoted = words.map(word => `'${word}'`).join(' ')
  tmux('send-keys', '-t', 'main', '-l', `clear; ${quoted}; echo "left with $?"`)
  tmux('send-keys', '-t', 'main', 'Enter')
  const screen = (colours = false) => tmux('capture-pane', '-p', ...(colours ? ['-e'] : []), '-t', 'main').trimEnd()
  return {
    press: (...keys) => void tmux('send-keys', '-t', 'main', ...keys),
    // A semicolon at the end would end the command of tmux.
    type: text => void tmux('send-keys', '-t', 'main', '-l', text.replace(/;$/, '\\;')),
    screen,
    async shows(wanted, milliseconds = 15_000) {
      const end = performance.now() + milliseconds
      for (;;) {
        const now = screen()
        if (typeof wanted === 'string' ? now.includes(wanted) : wanted.test(now)) return now
        if (performance.now() > end) throw new Error(`Expected ${wanted} on the screen:\n${now}`)
        await new Promise(resolve => setTimeout(resolve, 20))
      }
    },
    resize: (columns, rows) => void tmux('resize-window', '-t', 'main', '-x', `${columns}`, '-y', `${rows}`),
    record: file => void tmux('pipe-pane', '-t', 'main', `cat > '${file}'`),
    pid() {
      const shell = tmux('list-panes', '-t', 'main', '-F', '#{pane_pid}').trim()
      return Number(execFileSync('ps', ['-o', 'pid=', '--ppid', shell], { encoding: 'utf8' }).trim().split(/\s+/)[0])
    },
    close: () => void spawnSync('tmux', ['-L', name, 'kill-server']),
  }
}
