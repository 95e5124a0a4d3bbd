import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'

/**
 * Runs `work` while no other process does. The lock is a file that holds its owner's process id, so that one left
 * behind by a process that was killed is seen and removed.
 * @template T
 * @param {string} file
 * @param {() => T | Promise<T>} work
 * @param {() => void} [onWait] called once, when another process holds the lock
 * @returns {Promise<T>}
 */
export async function withLock(file, work, onWait) {
  for (let waited = false; !acquire(file); await sleep(50)) {
    if (!ownerLives(file)) rmSync(file, { force: true })
    else if (!waited) {
      onWait?.()
      waited = true
    }
  }
  try {
    return await work()
  } finally {
    rmSync(file, { force: true })
  }
}

/** @param {string} file */
function acquire(file) {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' })
    return true
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'EEXIST') return false
    throw error
  }
}

/**
 * An empty file is a lock between its making and its writing: its owner lives.
 * @param {string} file
 */
function ownerLives(file) {
  try {
    const owner = readFileSync(file, 'utf8')
    if (owner !== '') process.kill(Number(owner), 0)
    return true
  } catch (error) {
    // EPERM: alive, but another user's. ENOENT: just released.
    return ['EPERM', 'ENOENT'].includes(/** @type {NodeJS.ErrnoException} */ (error).code ?? '')
  }
}
