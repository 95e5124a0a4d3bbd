import { createContext, runInContext } from 'node:vm'
import { type Interrupting, interruptedBy } from '@matrix-derive/request'

/**
 * Work that Node stops after some time, even in the middle of an endless loop. What it was doing is left as it was, so
 * nothing that it made may be used afterwards.
 */
function interrupt<T>(work: () => T, milliseconds: number): T | 'interrupted' {
  try {
    return runInContext('work()', createContext({ work }), { timeout: milliseconds }) as T
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code === 'ERR_SCRIPT_EXECUTION_TIMEOUT') return 'interrupted'
    throw thrown
  }
}

export const interrupting: Interrupting = interruptedBy(interrupt)
