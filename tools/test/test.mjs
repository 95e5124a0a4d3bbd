// `npm test`: set-up, then every check of the repository, each in one pass for all packages. Arguments choose tests
// (`npm test -- trace-cyclic`). The last line is `N passed, N failed`; set-up, lint and types count as one each.

import { spawn } from 'node:child_process'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { root, SetupError, say, setUp, state } from '../setup/setup.mjs'

const report = join(state, `tests-${process.pid}.json`)

/** @typedef {{ passed: number, failed: number }} Count */

/**
 * A tool of the repository, with its output here.
 * @param {string} tool
 * @param {string[]} args
 * @returns {Promise<boolean>} whether it was content
 */
function run(tool, ...args) {
  return ended(start(tool, args, 'inherit'))
}

/**
 * A tool that runs while others do: what it has to say comes in one piece, when it has ended.
 * @param {string} tool
 * @param {string[]} args
 * @returns {Promise<boolean>} whether it was content
 */
async function runBeside(tool, ...args) {
  const child = start(tool, args, 'pipe')
  /** @type {Buffer[]} */
  const output = []
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', chunk => output.push(chunk))
  const isContent = await ended(child)
  process.stderr.write(Buffer.concat(output))
  return isContent
}

/**
 * @param {string} tool
 * @param {string[]} args
 * @param {'inherit' | 'pipe'} output
 */
function start(tool, args, output) {
  return spawn(join(root, 'node_modules/.bin', tool), args, {
    cwd: root,
    stdio: ['ignore', output, output],
    shell: process.platform === 'win32',
  })
}

/** @param {import('node:child_process').ChildProcess} child @returns {Promise<boolean>} */
function ended(child) {
  return new Promise((settle, fail) => child.on('error', fail).on('close', code => settle(code === 0)))
}

/**
 * One check that passes or fails as a whole.
 * @param {string} name
 * @param {() => Promise<boolean>} work
 * @returns {Promise<Count>}
 */
async function check(name, work) {
  const start = performance.now()
  const passed = await work()
  say(`${name} ${passed ? 'passed' : 'failed'} (${((performance.now() - start) / 1000).toFixed(1)} s)`)
  return passed ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }
}

/** @returns {Promise<Count>} */
async function tests() {
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const clean = await run('vitest', 'run', ...reporters, ...process.argv.slice(2))
  const { passed, failed } = counted()
  // An error outside of all tests belongs to none of them, and is a failure all the same.
  return { passed, failed: failed === 0 && !clean ? 1 : failed }
}

/**
 * What vitest reports; nothing when it could not even begin.
 * @returns {Count}
 */
function counted() {
  if (!existsSync(report)) return { passed: 0, failed: 0 }
  const { numPassedTests, numFailedTests, testResults } = JSON.parse(readFileSync(report, 'utf8'))
  rmSync(report)
  // A file that cannot be loaded has no test that fails.
  const broken = testResults.filter(
    (/** @type {{ status: string, assertionResults: { status: string }[] }} */ file) =>
      file.status === 'failed' && !file.assertionResults.some(test => test.status === 'failed'),
  )
  return { passed: numPassedTests, failed: numFailedTests + broken.length }
}

/** Set-up fails with a message of its own; what went wrong inside a tool it has told itself. */
async function prepared() {
  try {
    await setUp()
    return true
  } catch (error) {
    if (!(error instanceof SetupError)) throw error
    say(error.message)
    return false
  }
}

const counts = [await check('set-up', prepared)]
if (counts[0]?.failed === 0) {
  counts.push(await check('lint', () => run('biome', 'check', '--error-on-warnings')))
  // The compiler works on one core; the tests wait for others often enough.
  counts.push(...(await Promise.all([check('types', () => runBeside('tsc')), tests()])))
}
const total = { passed: 0, failed: 0 }
for (const { passed, failed } of counts) {
  total.passed += passed
  total.failed += failed
}
process.stdout.write(`${total.passed} passed, ${total.failed} failed\n`)
process.exitCode = total.failed > 0 ? 1 : 0
