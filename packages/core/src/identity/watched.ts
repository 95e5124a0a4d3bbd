import { fail, problemOf } from '../error.ts'
import type { Expression } from '../expression/expression.ts'
import { sameShape, shapeToText } from '../expression/shape.ts'
import type { Identity } from './identity.ts'
import type { Layout } from './layout.ts'

/** So many times in a row may a law rewrite what it made itself. A law that peels off factors does so once a factor. */
const mostGenerations = 1_000

/** Whose law is rewriting. Set before and cleared after; whoever interrupts a law that never ends finds it set. */
export interface Running {
  plugin: string | undefined
}

/**
 * A law from elsewhere, watched while it rewrites: whatever it does wrong is a problem that names its plugin.
 * @param plugin how the project names the plugin
 */
export function watched(identity: Identity, plugin: string, running: Running = { plugin: undefined }): Identity {
  const generations = new WeakMap<Expression, number>()
  const blame = blameFor(identity, plugin)
  return {
    ...identity,
    plugin,
    rewrite(node, context) {
      running.plugin = plugin
      const result = attempt(() => identity.rewrite(node, context), blame)
      running.plugin = undefined
      if (result === undefined || result === node) return undefined
      if (!isExpression(result)) blame('give an expression or undefined', typeof result)
      if (!sameShape(result.shape, node.shape)) {
        blame(`keep the shape ${shapeToText(node.shape)}`, shapeToText(result.shape))
      }
      const generation = (generations.get(node) ?? 0) + 1
      if (generation > mostGenerations) blame('come to an end', `${mostGenerations} rewritings of its own results`)
      generations.set(result, generation)
      return result
    },
  }
}

/** A layout from elsewhere, watched while it converts. */
export function watchedLayout(layout: Layout, plugin: string): Layout {
  const blame = blameFor(layout.identity, plugin)
  const convert =
    (conversion: Layout['fromNumerator']): Layout['fromNumerator'] =>
    (store, derivative, pair) => {
      const result: unknown = attempt(() => conversion(store, derivative, pair), blame)
      return isExpression(result) ? result : blame('give an expression', typeof result)
    }
  return {
    ...layout,
    identity: { ...layout.identity, plugin },
    fromNumerator: convert(layout.fromNumerator),
    toNumerator: convert(layout.toNumerator),
  }
}

type Blame = (expected: string, received: string) => never

function blameFor({ name, version }: Identity, plugin: string): Blame {
  return (expected, received) =>
    fail('plugin', `${plugin}: Expected ${name}@${version} to ${expected}, received ${received}.`, {
      plugin,
      suggestion: 'Report it to the author of the plugin, or leave the plugin out.',
    })
}

function attempt<T>(rewrite: () => T, blame: Blame): T {
  try {
    return rewrite()
  } catch (thrown) {
    const problem = problemOf(thrown)
    // What the whole derivation runs out of, or was told, says nothing about who is to blame.
    if (problem?.code === 'limit-exceeded' || problem?.code === 'cancelled') throw thrown
    const what = problem?.message ?? (thrown instanceof Error ? `${thrown.name}: ${thrown.message}` : String(thrown))
    return blame('rewrite without an error', what.replace(/\.$/, ''))
  }
}

function isExpression(value: unknown): value is Expression {
  return typeof value === 'object' && value !== null && 'operator' in value && 'operands' in value && 'shape' in value
}
