import { parentPort, workerData } from 'node:worker_threads'
import type { Session } from '@matrix-derive/exploration'
import { loadProject } from '@matrix-derive/project'
import { createEngine } from './engine.ts'
import type { Request } from './scene.ts'

// The thread that works, so that the screen never waits: requests come in, scenes go out.

/** What the thread is started with. */
export interface ThreadData {
  readonly cwd: string
  readonly env: Readonly<Record<string, string | undefined>>
  readonly session: Session
  /** Shared with the screen, which writes down up to which request all are cancelled. */
  readonly flag: Int32Array
}

const { cwd, env, session, flag } = workerData as ThreadData
loadProject(cwd, { env }).then(({ registry, variables }) => {
  const cancelled = () => Atomics.load(flag, 0)
  const engine = createEngine({ registry, variables, session, cwd, cancelled })
  engine.listen(scene => parentPort!.postMessage(scene))
  parentPort!.on('message', (request: Request) => engine.post(request))
})
