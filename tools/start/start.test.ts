import { spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { fingerprints } from '../setup/scan.mjs'

/** A repository of one command that is installed but not built. */
let root: string

beforeEach(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'matrix-derive-start-')))
  const here = join(import.meta.dirname, '../..')
  for (const tool of ['start', 'setup', 'build'])
    cpSync(join(here, 'tools', tool), join(root, 'tools', tool), { recursive: true })
  mkdirSync(join(root, 'node_modules/.matrix-derive'), { recursive: true })
  symlinkSync(join(here, 'node_modules/esbuild'), join(root, 'node_modules/esbuild'))
  writeFileSync(join(root, 'package.json'), '{ "type": "module" }')
  for (const other of ['packages/project/src/plugins/prover.ts', ...['thread.ts', 'open.tsx'].map(inSession)]) {
    mkdirSync(join(root, dirname(other)), { recursive: true })
    writeFileSync(join(root, other), '')
  }
  writeFileSync(join(root, 'node_modules/.matrix-derive/installed'), fingerprints(root).manifests)
  command(`
    process.stdout.write(process.argv.slice(2).join(' ') + ' in ' + process.cwd())
    process.exitCode = process.argv[2] === 'fail' ? 3 : 0
  `)
})

afterEach(() => rmSync(root, { recursive: true }))

const inSession = (file: string) => `apps/terminal/src/session/${file}`

function command(source: string): void {
  writeFileSync(join(root, 'apps/terminal/src/main.ts'), source)
}

interface Ended {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

function start(args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Ended> {
  const child = spawn(process.execPath, [join(root, 'tools/start/start.mjs'), ...args], {
    cwd: root,
    env: { ...process.env, npm_lifecycle_event: 'start', INIT_CWD: root, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let [out, err] = ['', '']
  child.stdout.on('data', data => (out += data))
  child.stderr.on('data', data => (err += data))
  return new Promise(settle => child.on('close', code => settle({ code, out, err })))
}

it('builds what is stale, once, and leaves standard output to the command', async () => {
  const first = await start(['derive', 'x'])
  expect(first).toMatchObject({ code: 0, out: `derive x in ${root}` })
  expect(first.err).toContain('matrix-derive: building')
  expect(await start(['derive', 'x'])).toEqual({ code: 0, out: `derive x in ${root}`, err: '' })

  command('process.stdout.write("another")')
  expect((await start([])).out).toBe('another')
})

it('keeps what was compiled for a command, begins with it, and compiles again what is damaged', async () => {
  await start(['derive'])
  const kept = keptFor('derive')
  expect(kept).toHaveLength(1)
  expect(await start(['derive', 'x'])).toEqual({ code: 0, out: `derive x in ${root}`, err: '' })

  writeFileSync(kept[0], readFileSync(kept[0]).fill(7, 100))
  const damaged = readFileSync(kept[0])
  expect(await start(['derive', 'x'])).toEqual({ code: 0, out: `derive x in ${root}`, err: '' })
  expect(readFileSync(kept[0])).not.toEqual(damaged)
})

it('keeps nothing of a command that fails, nor of what is no command', async () => {
  await start(['fail'])
  await start(['../up'])
  await start([])
  expect(keptFor('')).toEqual([])
})

it('runs where nothing can be written', async () => {
  await start([])
  writeFileSync(join(root, 'apps/terminal/dist/parts/compiled'), 'a file where a folder has to be')
  expect(await start(['derive', 'x'])).toEqual({ code: 0, out: `derive x in ${root}`, err: '' })
})

/** The files of compiled code for a command, or for all of them. */
function keptFor(name: string): string[] {
  const folder = join(root, 'apps/terminal/dist/parts/compiled', `${process.version}-${process.arch}`, name)
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).map(file => join(folder, file))
}

it('passes the exit code on', async () => {
  expect((await start(['fail'])).code).toBe(3)
})

it('runs the command where the user is', async () => {
  expect((await start([], { INIT_CWD: join(root, 'apps') })).out).toBe(` in ${join(root, 'apps')}`)
})

it('builds once when started twice at the same time', async () => {
  const both = await Promise.all([start(['a']), start(['b'])])
  expect(both.map(({ out }) => out)).toEqual([`a in ${root}`, `b in ${root}`])
  expect(both.filter(({ err }) => err.includes('building'))).toHaveLength(1)
})

it('is not stopped by the lock of a set-up that was killed', async () => {
  const killed = spawn(process.execPath, ['-e', '0'])
  await once(killed, 'exit')
  writeFileSync(join(root, 'node_modules/.matrix-derive/lock'), String(killed.pid))
  expect((await start(['a'])).code).toBe(0)
})

it('says in one message why it cannot build', async () => {
  command('const = 1')
  const { code, out, err } = await start([])
  expect({ code, out }).toEqual({ code: 1, out: '' })
  expect(err).toContain('apps/terminal/src/main.ts:1:6')
  expect(err).not.toContain('at buildTerminal')
})
