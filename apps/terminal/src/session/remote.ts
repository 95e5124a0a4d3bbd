import { Worker } from 'node:worker_threads'
import type { Session } from '@matrix-derive/exploration'
import type { Engine, Scene } from './scene.ts'
import type { ThreadData } from './thread.ts'

/** An engine in a thread of its own. `onDefect` is told when the thread ends by itself, which it should not. */
export function startEngine(
  file: URL,
  surroundings: Omit<ThreadData, 'flag'> & { readonly session: Session },
  onDefect: (error: unknown) => void,
): Engine {
  const flag = new Int32Array(new SharedArrayBuffer(4))
  const worker = new Worker(file, { workerData: { ...surroundings, flag } satisfies ThreadData })
  let asked = 0
  worker.on('error', onDefect)
  return {
    post(request) {
      worker.postMessage(request)
      return ++asked
    },
    listen(hear) {
      worker.removeAllListeners('message')
      worker.on('message', (scene: Scene) => hear(scene))
    },
    cancel() {
      Atomics.store(flag, 0, asked)
    },
    close() {
      void worker.terminate()
    },
  }
}
