import { render } from 'ink'
import { Exit, type Host } from '../host.ts'
import { keepWork, openWork, stateFolder } from './keeping.ts'
import { startEngine } from './remote.ts'
import type { Scene } from './scene.ts'
import { App } from './screen/app.tsx'
import { createController } from './screen/controller.ts'
import { themeFor } from './screen/theme.ts'

/** A terminal that a session can be held in. */
export interface Terminal extends Host {
  readonly stdin: NodeJS.ReadStream
  readonly stdout: NodeJS.WriteStream
}

const alternateScreen = { enter: '\x1b[?1049h\x1b[?25l\x1b[H', leave: '\x1b[?25h\x1b[?1049l' }

/**
 * Opens the session and stays until it is quit. One row of the window stays free, so that it never scrolls. The terminal is left as it was found, whatever happens.
 */
export async function openSession(terminal: Terminal, thread: URL, state: string | undefined): Promise<number> {
  const { stdin, stdout, env } = terminal
  const folder = stateFolder(state, env, terminal.cwd())
  const { session, message, joined } = openWork(folder)
  const keep = keepWork(folder, joined)
  let defect: unknown
  let leave = () => {}
  const engine = startEngine(thread, { cwd: terminal.cwd(), env: { ...env }, session }, error => {
    defect = error
    leave()
  })
  stdout.write(alternateScreen.enter)
  const restore = () => stdout.write(alternateScreen.leave)
  process.once('exit', restore)
  const first: Scene = {
    answers: 0,
    session,
    tabs: session.tabs.map(({ document }) => document.question.expression),
    active: session.active,
    ...(message !== undefined && { problem: { code: 'config', message } }),
  }
  const measure = () => ({ rows: (stdout.rows || 24) - 1, columns: stdout.columns || 80 })
  const controller = createController({
    engine,
    first,
    size: measure(),
    onQuit: () => leave(),
    onScene: scene => keep(scene.session),
    onCopy: text => stdout.write(toClipboard(text, env)),
  })
  const resized = () => controller.resize(measure())
  stdout.on('resize', resized)
  const app = render(<App controller={controller} theme={themeFor(!env.NO_COLOR)} />, {
    stdin,
    stdout,
    exitOnCtrlC: false,
    patchConsole: false,
    maxFps: 60,
  })
  leave = () => app.unmount()
  for (const name of ['SIGTERM', 'SIGHUP'] as const) process.once(name, () => leave())
  await app.waitUntilExit()
  controller.close()
  engine.close()
  stdout.off('resize', resized)
  process.removeListener('exit', restore)
  restore()
  if (defect !== undefined) throw defect
  return Exit.done
}

/**
 * The control sequence by which terminals take text for their clipboard, also through ssh (OSC 52). Inside of tmux there are
 * two: one that tmux takes itself if its `set-clipboard` is on, and one that it hands on to the terminal around it if its
 * `allow-passthrough` is; whichever is off is ignored.
 */
export function toClipboard(text: string, { TMUX }: Readonly<Record<string, string | undefined>>): string {
  const sequence = `\x1b]52;c;${Buffer.from(text).toString('base64')}\x07`
  return TMUX ? `${sequence}\x1bPtmux;\x1b${sequence}\x1b\\` : sequence
}
