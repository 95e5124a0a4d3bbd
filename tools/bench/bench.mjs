// `npm run bench`: how long derivations take, as a table. Times depend on the machine, so no test looks at them.

import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'
import { scripts, write } from '../build/build.mjs'
import { command, root, setUp, state } from '../setup/setup.mjs'
import { keyTimes } from './keys.mjs'

const folder = join(state, 'bench')
const cases =
  [join(root, 'packages/standard/src/conformance'), join(root, '../shared/conformance')].find(existsSync) ?? ''

/** @typedef {{ figure: string, target: string, measured: string }} Row */

/** @param {readonly number[]} values */
function median(values) {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)]
}

/** @param {number} milliseconds */
const ms = milliseconds => `${milliseconds < 10 ? milliseconds.toFixed(2) : milliseconds.toFixed(0)} ms`

/** Measures inside of a process must not measure the reading of sources, so they are built, and a first one as the command is. */
async function buildMeasures() {
  rmSync(folder, { recursive: true, force: true })
  const { parts, entries } = await scripts(folder, { first: 'tools/bench/first.ts' })
  for (const file of [...parts, ...entries, { path: join(folder, 'package.json'), text: '{"type":"module"}' }])
    write(file)
  await build({
    absWorkingDir: root,
    entryPoints: ['tools/bench/warm.ts'],
    outdir: folder,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    charset: 'utf8',
    logLevel: 'warning',
  })
}

/**
 * @param {string} name
 * @param {...string} args
 */
function run(name, ...args) {
  return JSON.parse(execFileSync(process.execPath, [join(folder, `${name}.js`), ...args], { encoding: 'utf8' }))
}

/**
 * The times of a first piece of work: in the very first process, which finds no compiled code that an earlier one has
 * kept, and in several later ones.
 * @param {string} what
 * @returns {{ unkept: number[], kept: number[][] }}
 */
function first(what) {
  const unkept = run('first', what, cases)
  return { unkept, kept: Array.from({ length: 11 }, () => run('first', what, cases)) }
}

/** @param {readonly number[]} values */
const sum = values => values.reduce((total, value) => total + value, 0)

/**
 * Whole processes, in turns, so that what else the machine does meets all of them alike.
 * @param {Record<string, readonly [string, ...string[]]>} commands
 * @returns {Record<string, number>} the median of each
 */
function processes(commands) {
  const rounds = 21
  /** @type {Record<string, number[]>} */
  const times = Object.fromEntries(Object.keys(commands).map(name => [name, []]))
  for (let round = 0; round < rounds; round++) {
    for (const [name, [file, ...args]] of Object.entries(commands)) {
      const start = performance.now()
      const { status } = spawnSync(file, args, { cwd: root, stdio: 'ignore' })
      if (status !== 0) throw new Error(`${name} failed`)
      times[name].push(performance.now() - start)
    }
  }
  return Object.fromEntries(Object.entries(times).map(([name, values]) => [name, median(values)]))
}

/** @param {readonly { name: string, ms: number }[]} times */
const worstOf = times => times.reduce((a, b) => (b.ms > a.ms ? b : a))

/** @returns {Row[]} */
function warmAndCold() {
  const warm = run('warm', cases)
  /** @type {{ name: string, ms: number }[]} */
  const times = warm.times
  const worst = worstOf(times)
  const closed = worstOf(warm.closed)
  const cold = first('cases').kept
  const one = first('one')
  const coldCases = times.map((_, i) => median(cold.map(round => round[i])))
  const coldWorst = Math.max(...coldCases)
  const { name: coldName } = times[coldCases.indexOf(coldWorst)]
  growth = warm.growth
  return [
    row('public cases, warm, median', '0.5 ms', ms(median(times.map(time => time.ms)))),
    row('public cases, warm, worst', '5 ms', `${ms(worst.ms)} (${worst.name})`),
    row('public cases, one after the other in a new process, median', '', ms(median(coldCases))),
    row('public cases, one after the other in a new process, worst', '', `${ms(coldWorst)} (${coldName})`),
    row('first derivation of a process: tr(A*X*B)', '10 ms', ms(median(one.kept.map(sum)))),
    row('the same in the first process after installing, which compiles all of its code', '', ms(sum(one.unkept))),
    row('ten well-known ones together, warm', '12 ms', ms(warm.known)),
    row('ten well-known ones together, in a new process', '', ms(median(first('known').kept.map(sum)))),
    row('closed Hessians (softmax, logistic, factorisation), warm, worst', '2 ms', `${ms(closed.ms)} (${closed.name})`),
    row('all 16 weight gradients of a 16-layer tanh network, after 4 s of it, median', '5 ms', ms(warm.wide)),
    row('gradients of a 16-layer tanh network, in a new process', '', ms(median(first('network').kept.map(sum)))),
  ]
}

/** @type {{ kind: string, sizes: { layers: number, steps: number, nodes: number, ms: number }[] }[]} */
let growth = []

/** @returns {Row[]} */
function wholeProcesses() {
  const args = ['derive', 'tr(A*X*B)', '--wrt', 'X']
  const time = processes({
    node: [process.execPath, '-e', '0'],
    command: [process.execPath, command, ...args],
    start: [process.execPath, join(root, 'tools/start/start.mjs'), ...args],
    npm: ['npm', 'start', '--silent', '--', ...args],
  })
  const times = (time.command / time.node).toFixed(2)
  return [
    row('node -e 0', '', ms(time.node)),
    row('derive, the whole process', '2.5 × node -e 0', `${times} × (${ms(time.command)})`),
    row('what set-up adds to it when there is nothing to do', '0.3 s', ms(time.start - time.command)),
    row('what npm start adds to it, npm included', '', ms(time.npm - time.command)),
  ]
}

/**
 * @param {string} figure
 * @param {string} target
 * @param {string} measured
 * @returns {Row}
 */
const row = (figure, target, measured) => ({ figure, target, measured })

/** @param {readonly string[][]} rows */
function print(rows) {
  const widths = rows[0].map((_, column) => Math.max(...rows.map(cells => cells[column].length)))
  for (const cells of rows) {
    const line = cells.map((cell, column) => (column === 0 ? cell.padEnd(widths[0]) : cell.padStart(widths[column])))
    process.stdout.write(`${line.join('   ').trimEnd()}\n`)
  }
}

/** @returns {Promise<Row[]>} */
async function session() {
  const times = await keyTimes(command, cases)
  const figure = 'a key to the screen of a session, over the public cases, median'
  return [row(figure, '50 ms', times === undefined ? 'tmux is missing' : ms(median(times)))]
}

await setUp()
await buildMeasures()
const { measurePage } = await import('./page.mjs')
const rows = [...warmAndCold(), ...wholeProcesses(), ...(await session())]
process.stdout.write('Read, derive, simplify and write all steps as text:\n\n')
print([['figure', 'target', 'measured'], ...rows.map(({ figure, target, measured }) => [figure, target, measured])])
process.stdout.write(
  '\nSteps and expressions of networks (each doubling of the layers may double them, plus 10 %), and the time to derive:\n\n',
)
const growthRow = (
  /** @type {string} */ kind,
  /** @type {(typeof growth)[0]['sizes'][0]} */ size,
  /** @type {(typeof growth)[0]['sizes'][0] | undefined} */ before,
) => {
  const ratio = (/** @type {'steps' | 'nodes'} */ what) =>
    before === undefined ? '' : `× ${(size[what] / before[what]).toFixed(2)}`
  return [kind, `${size.layers}`, `${size.steps}`, ratio('steps'), `${size.nodes}`, ratio('nodes'), ms(size.ms)]
}
print([
  ['network', 'layers', 'steps', '', 'nodes', '', 'time'],
  ...growth.flatMap(({ kind, sizes }) => sizes.map((size, i) => growthRow(kind, size, sizes[i - 1]))),
])
process.stdout.write('\nThe element in a page:\n\n')
print([['figure', 'target', 'measured'], ...(await measurePage()).map(Object.values)])
