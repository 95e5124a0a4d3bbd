import { fail, type Problem, problemOf, type Registry } from '@matrix-derive/core'

/** What came of work with a registry, and the plugins that had to be left out of it. */
export interface Dismissal<T> {
  readonly result: T
  readonly registry: Registry
  /** One problem for each plugin that was left out; `plugin` names it. */
  readonly dismissed: readonly Problem[]
}

/**
 * Works with a registry. Where a plugin of it is to blame for a failure, once more as if there were no such plugin, so
 * that what it spoilt has the answer that it has without it.
 * @throws what the work throws without any plugin that is to blame
 */
export function dismissing<T>(registry: Registry, work: (registry: Registry) => T): Dismissal<T> {
  const dismissed: Problem[] = []
  for (let current = registry; ; ) {
    try {
      return { result: work(current), registry: current, dismissed }
    } catch (thrown) {
      const culprit = culpritOf(thrown, current) ?? endless(thrown, current, work)
      dismissed.push(culprit)
      current = current.without(culprit.plugin)
    }
  }
}

/** A problem that names the plugin that is to blame. */
export type Culprit = Problem & { readonly plugin: string }

/** The plugin of the registry that says of itself that it is to blame. */
export function culpritOf(thrown: unknown, { plugins }: Registry): Culprit | undefined {
  const problem = problemOf(thrown)
  return problem?.plugin !== undefined && plugins.includes(problem.plugin) ? (problem as Culprit) : undefined
}

/** The plugin without which the work does not exceed its limits. @throws what was thrown, where there is none */
function endless(thrown: unknown, registry: Registry, work: (registry: Registry) => unknown): Culprit {
  if (problemOf(thrown)?.code !== 'limit-exceeded' && !isTooDeep(thrown)) throw thrown
  const plugin = registry.plugins.find(plugin => succeeds(() => work(registry.without(plugin))))
  if (plugin === undefined) throw thrown
  return {
    code: 'plugin',
    plugin,
    message: `${plugin}: Expected laws with which a derivation comes to an end, received an endless one.`,
    suggestion: 'Report it to the author of the plugin, or leave the plugin out.',
  }
}

/** Laws of ours never nest without end; those of plugins may. */
function isTooDeep(thrown: unknown): boolean {
  return thrown instanceof RangeError && /call stack/i.test(thrown.message)
}

function succeeds(work: () => unknown): boolean {
  try {
    work()
    return true
  } catch (thrown) {
    if (problemOf(thrown) !== undefined || isTooDeep(thrown)) return false
    throw thrown
  }
}

/** Ends work after some time, even in the middle of an endless loop: `interrupted` where it had to. */
export type Interrupt = <T>(work: () => T, milliseconds: number) => T | 'interrupted'

/** Work with a registry that may end before it is done. @throws `plugin`, `limit-exceeded` */
export type Interrupting = <T>(registry: Registry, milliseconds: number, work: () => T) => T

/** Work that can be interrupted where it runs: a function of a plugin may never end. */
export const interruptedBy =
  (interrupt: Interrupt): Interrupting =>
  (registry, milliseconds, work) => {
    if (registry.plugins.length === 0) return work()
    const result = interrupt(work, milliseconds)
    if (result !== 'interrupted') return result
    const plugin = registry.running()
    const seconds = `${milliseconds / 1000} s`
    if (plugin === undefined)
      return fail('limit-exceeded', `Expected an answer within ${seconds}; simplify the expression.`)
    return fail('plugin', `${plugin}: Expected a law that comes to an end, received nothing within ${seconds}.`, {
      plugin,
      suggestion: 'Report it to the author of the plugin, or leave the plugin out.',
    })
  }
