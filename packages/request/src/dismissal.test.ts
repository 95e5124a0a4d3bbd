import {
  differential,
  type Expression,
  type Plugin,
  type RewriteContext,
  rational,
  scale,
  sumOperator,
  transpose,
} from '@matrix-derive/core'
import { openStandardRegistry, standardRegistry } from '@matrix-derive/standard'
import { describe, expect, it } from 'vitest'
import type { Success } from './answer.ts'
import { answer } from './answering.ts'
import { type Interrupt, type Interrupting, interruptedBy } from './dismissal.ts'

/** A law that some plugin brings and that nobody looked at. */
function plugin(rewrite: (node: Expression, context: RewriteContext) => unknown, more: object = {}): Plugin {
  const identity = {
    name: 'strange',
    version: '1.2.3',
    title: 'a law',
    summary: 'A law.',
    source: 'a test',
    phases: ['simplify' as const],
    statements: ["X'' -> X"],
    where: { X: 'matrix(m,n)' },
    on: ['times', 'transpose', 'tr'],
    directed: true,
    rewrite: rewrite as never,
    ...more,
  }
  return { kind: 'identity', identity, proved: true, from: './strange.js' }
}

const request = { expression: "x'*A*x", wrt: 'x', steps: true }

const answerWith = (added: readonly Plugin[], more: { limits?: object; interrupting?: Interrupting } = {}) =>
  answer(request, {
    registry: openStandardRegistry()
      .use(...added)
      .freeze(),
    ...more,
  } as never) as Promise<Success>

const limits = { inputLength: 1e5, nesting: 1e3, nodes: 4e5, steps: 2_000, time: 20_000 }

describe('a plugin that misbehaves in a derivation', () => {
  it.each<[string, Plugin, string]>([
    [
      'throws',
      plugin(() => {
        throw new TypeError('no such thing')
      }),
      './strange.js: Expected strange@1.2.3 to rewrite without an error, received TypeError: no such thing.',
    ],
    [
      'throws what is no error',
      plugin(() => {
        throw 'a text'
      }),
      './strange.js: Expected strange@1.2.3 to rewrite without an error, received a text.',
    ],
    ['gives no expression', plugin(() => 7), 'to give an expression or undefined, received number.'],
    ['gives another shape', plugin(node => node.operands[0]), 'to keep the shape'],
    [
      'is false',
      plugin(
        (node, { store }) =>
          node.operator.name === 'transpose'
            ? undefined
            : store.apply(node.operator, [...node.operands, node.operands[0]].slice(1), node.data),
        {
          phases: ['collect', 'isolate'],
          on: ['plus', 'times', 'like', 'any'],
        },
      ),
      '',
    ],
  ])('%s, is left out of it', async (_, strange, message) => {
    const [spoilt, plain] = [await answerWith([strange]), await answer(request, { registry: standardRegistry() })]
    const { warnings, ...rest } = spoilt
    expect(rest).toEqual(plain)
    expect(warnings).toMatchObject([{ code: 'plugin', plugin: './strange.js' }])
    expect(warnings![0].message).toContain(message)
  })

  it('rewrites its own results without end', async () => {
    // X = (1/2)X + (1/2)X is true, and longer each time.
    const endless = plugin(
      (node, { store }) => {
        const half = scale(store, rational(1, 2), node)
        return store.intern(sumOperator, [half, half])
      },
      { on: ['times', 'plus', 'number', 'transpose', 'symbol'], directed: true },
    )
    const { warnings, ...rest } = await answerWith([endless])
    expect(rest).toEqual(await answer(request, { registry: standardRegistry() }))
    expect(warnings).toMatchObject([{ code: 'plugin', plugin: './strange.js' }])
  })

  it('never ends together with another law', async () => {
    // d(XY) = d((XY)')' is true, and undone by d(Z') = d(Z)'.
    const endless = plugin(
      (node, { store }) => transpose(store, differential(store, transpose(store, node.operands[0]))),
      { phases: ['differential'], on: ['times'], statements: ["d(X*Y*Z*U*V) = d((X*Y*Z*U*V)')'"] },
    )
    const harmless = { ...plugin(() => undefined, { name: 'harmless' }), from: './harmless.js' }
    const { warnings, ...rest } = await answerWith([endless, harmless], { limits })
    expect(rest).toEqual(await answer(request, { registry: standardRegistry() }))
    expect(warnings?.map(warning => warning.plugin)).toEqual(['./strange.js'])
    expect(warnings?.[0].message).toContain('received an endless one')
  })

  it('that never returns is found by who interrupts it', async () => {
    const hanging = plugin(() => {
      throw Object.assign(new Error('interrupted'), { name: 'Stop' })
    })
    let interruptions = 0
    // What Node does by its clock, without waiting: the law is never left in the ordinary way.
    const interrupt: Interrupt = work => {
      try {
        return work()
      } catch {
        interruptions++
        return 'interrupted'
      }
    }
    const found = await answerWith([hanging], { interrupting: interruptedBy(interrupt) })
    expect(interruptions).toBeGreaterThan(0)
    expect(found.ok).toBe(true)
  })
})

it('an error that no plugin is to blame for stays what it is', async () => {
  const strange = plugin(() => undefined)
  const registry = openStandardRegistry().use(strange).freeze()
  const found = await answer({ expression: 'x*y*z', wrt: 'q' }, { registry })
  expect(found.ok).toBe(false)
})
