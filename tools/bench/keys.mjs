import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** @typedef {{ expression: string, wrt: string | readonly string[], variables?: Record<string, string> }} Case */

/** How long after a key the screen goes on being silent before it counts as still, in milliseconds. */
const still = 60

/**
 * Milliseconds from a key to the first change of the screen, in a pseudo-terminal of tmux: up and down through the lines
 * of each public case. Undefined where tmux is missing.
 * @param {string} command the built command
 * @param {string} cases the folder of the public cases
 * @returns {Promise<number[] | undefined>}
 */
export async function keyTimes(command, cases) {
  if (spawnSync('tmux', ['-V']).status !== 0) return undefined
  const folder = mkdtempSync(join(tmpdir(), 'matrix-derive-keys-'))
  const terminal = openTerminal(`${process.execPath} ${command} --state ${folder}`)
  try {
    await terminal.settled(2_000)
    const times = []
    for (const { expression, wrt, variables = {} } of publicCases(cases)) {
      const by = typeof wrt === 'string' ? wrt : wrt.join(',')
      const kinds = Object.entries(variables).map(pair => pair.join(': '))
      for (const text of [expression, '\t', by, '\t', kinds.join(', '), '\r']) {
        terminal.type(text)
        await terminal.settled(still)
      }
      await terminal.settled(300)
      for (const key of ['k', 'k', 'j', 'k']) {
        times.push(await terminal.changeAfter(key))
        await terminal.settled(still)
      }
      terminal.type('w')
      await terminal.settled(150)
    }
    return times.filter(time => time !== undefined)
  } finally {
    terminal.close()
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}

/** @param {string} folder @returns {Case[]} */
function publicCases(folder) {
  const files = readdirSync(folder).filter(file => file.endsWith('.jsonl'))
  return files.flatMap(file =>
    readFileSync(join(folder, file), 'utf8')
      .split('\n')
      .filter(line => line !== '')
      .map(line => JSON.parse(line)),
  )
}

/** A tmux of its own in control mode, which says at once when a program writes. @param {string} program */
function openTerminal(program) {
  const client = spawn('tmux', [
    '-L',
    `keys-${process.pid}`,
    '-f',
    '/dev/null',
    '-C',
    'new-session',
    '-x',
    '100',
    '-y',
    '30',
    program,
  ])
  /** @type {Set<() => void>} */
  const listeners = new Set()
  let last = performance.now()
  client.stdout.setEncoding('utf8').on('data', data => {
    if (!String(data).includes('%output')) return
    last = performance.now()
    for (const hear of listeners) hear()
  })
  const type = (/** @type {string} */ text) => {
    const codes = [...Buffer.from(text)].map(code => `0x${code.toString(16)}`)
    if (codes.length > 0) client.stdin.write(`send-keys -H ${codes.map(code => code.slice(2)).join(' ')}\n`)
  }
  return {
    type,
    /** Waits until nothing has been written for so long. @param {number} milliseconds */
    async settled(milliseconds) {
      do await new Promise(resolve => setTimeout(resolve, 10))
      while (performance.now() - last < milliseconds)
    },
    /** @param {string} key @returns {Promise<number | undefined>} */
    changeAfter(key) {
      const start = performance.now()
      return new Promise(resolve => {
        const give = (/** @type {number | undefined} */ time) => {
          listeners.delete(hear)
          clearTimeout(timer)
          resolve(time)
        }
        const hear = () => give(performance.now() - start)
        const timer = setTimeout(give, 1_000, undefined)
        listeners.add(hear)
        type(key)
      })
    },
    close() {
      client.stdin.end('kill-server\n')
    },
  }
}
