import { existsSync } from 'node:fs'
import { Worker } from 'node:worker_threads'
import type { Problem } from '@matrix-derive/core'
import { type ProofAnswer, type ProofTask, prove } from './prove.ts'

/** What became of a plugin in the worker. */
export interface Verdict {
  /** Every file that the plugin consists of, as URLs; empty where it could not be imported. */
  readonly files: readonly string[]
  /** Why the plugin is refused. */
  readonly problem?: Problem
  /** Whether the same files would have the same verdict another time. */
  readonly lasting: boolean
}

/** Milliseconds in which a module must be there: it takes a hundredth of that. */
const importTime = 3_000
/** Milliseconds in which a plugin must be proved; the prover itself gives up a little earlier and says at what. */
const provingTime = 10_000
/** Megabytes that a plugin may take while it is proved. */
const memory = 256

/**
 * Imports and proves a plugin, in a thread of its own, so that nothing it does there, not even an endless loop or
 * process.exit(), does any harm.
 */
export function proveApart(task: ProofTask): Promise<Verdict> {
  const prover = builtProver()
  return prover === undefined ? proveHere(task) : proveIn(prover, task)
}

/** The module of the thread: beside this one where packages are built, above it where all of them are one program. */
function builtProver(): URL | undefined {
  return ['./prover.js', '../prover.js'].map(file => new URL(file, import.meta.url)).find(url => existsSync(url))
}

/** From the sources, which a thread of Node could not read, there is only one thread. */
async function proveHere(task: ProofTask): Promise<Verdict> {
  const answer = await prove(task)
  return answer === 'imported' ? { files: [], lasting: false } : { ...answer, lasting: true }
}

function proveIn(prover: URL, task: ProofTask): Promise<Verdict> {
  return new Promise(settle => {
    const worker = new Worker(prover, {
      workerData: task,
      resourceLimits: { maxOldGenerationSizeMb: memory },
      stdin: true,
      stdout: true,
      stderr: true,
    })
    const end = (verdict: Verdict) => {
      clearTimeout(timer)
      worker.removeAllListeners()
      worker.on('error', () => {})
      worker.terminate().then(() => settle(verdict))
    }
    const refuse = (
      expected: string,
      received: string,
      suggestion = 'Correct the plugin, or remove it from "plugins".',
    ) =>
      end({
        files: [],
        lasting: false,
        problem: {
          code: 'plugin',
          plugin: task.name,
          message: `${task.name}: Expected ${expected}, received ${received}.`,
          suggestion,
        },
      })
    let timer = setTimeout(
      () => refuse('a module that is read at once', `none after ${importTime / 1000} s`),
      importTime,
    )
    worker.on('message', (answer: ProofAnswer) => {
      if (answer !== 'imported') {
        end({ ...answer, lasting: true })
        return
      }
      clearTimeout(timer)
      timer = setTimeout(() => {
        refuse(`a plugin that is proved within ${provingTime / 1000} s`, 'none; one of its functions may never end')
      }, provingTime)
    })
    worker.on('error', error => refuse('a plugin that can be read', `${error.name}: ${error.message}`))
    worker.on('exit', code => refuse('a plugin that lets the program go on', `an end of it (exit code ${code})`))
  })
}
