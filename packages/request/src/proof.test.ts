import { createRegistry, type Identity, negate, problemOf, type Registry, sum } from '@matrix-derive/core'
import { identities, layouts, standardRegistry } from '@matrix-derive/standard'
import { describe, expect, it } from 'vitest'
import type { Success } from './answer.ts'
import { answer } from './answering.ts'
import { proofOf } from './proof.ts'
import type { DerivationRequest } from './request.ts'
import { derivationOf } from './solution.ts'

const registry = standardRegistry()

/** The standard registry with one identity or layout replaced by a broken one. */
function broken(name: string, damage: (identity: Identity) => Partial<Identity>): Registry {
  const open = createRegistry().use(...registry.operators.map(operator => ({ kind: 'operator', operator }) as const))
  for (const identity of identities) {
    open.use({ kind: 'identity', identity: identity.name === name ? { ...identity, ...damage(identity) } : identity })
  }
  return open.use(...layouts.map(layout => ({ kind: 'layout', layout }) as const)).freeze()
}

const negated = ({ rewrite }: Identity): Partial<Identity> => ({
  rewrite(node, context) {
    const result = rewrite(node, context)
    return result && negate(context.store, result)
  },
})

async function prove(request: DerivationRequest, using: Registry = registry) {
  return proofOf(derivationOf(request, { registry: using }), request.proof ?? 'steps')
}

async function problem(request: DerivationRequest, using: Registry) {
  return prove(request, using).then(
    () => undefined,
    thrown => problemOf(thrown),
  )
}

describe('a proof', () => {
  it('covers the result and every step', async () => {
    const proof = await prove({ expression: 'tr(A*X*B)', wrt: 'X', layout: 'denominator' })
    expect(proof).toMatchObject({ counts: { agrees: 0, unchecked: 0 }, reasons: [], steps: true })
    expect(proof!.errorBound).toBeLessThan(1e-11)
  })

  it('has pauses before and inside of each part, and tells of it at once', async () => {
    const events: string[] = []
    const solution = derivationOf({ expression: "x'*A*x", wrt: 'x' }, { registry })
    const proof = await proofOf(solution, 'steps', {
      // Longer in all than a proof may take: it is not the prover's time.
      pause: async () => {
        events.push('pause')
        if (events.length === 1) await new Promise(settle => setTimeout(settle, 1_600))
      },
      report: (_, { verdict }) => {
        events.push(verdict)
      },
    })
    expect(proof!.counts.unchecked).toBe(0)
    const pausesBefore = events
      .join(' ')
      .split(/(?:proved|agrees) ?/)
      .map(pauses => pauses.split('pause').length - 1)
    expect(pausesBefore.pop()).toBe(0)
    expect(pausesBefore).toHaveLength(proof!.counts.proved + proof!.counts.agrees)
    expect(Math.min(...pausesBefore)).toBeGreaterThan(0)
    // One for each side at each point, of which there are two or more.
    expect(Math.max(...pausesBefore)).toBeGreaterThanOrEqual(4)
  })

  it('ends at a pause when it is cancelled', async () => {
    const controller = new AbortController()
    const solution = derivationOf({ expression: "x'*A*x", wrt: 'x' }, { registry })
    const pause = async () => controller.abort()
    const proof = proofOf(solution, 'steps', { pause, signal: controller.signal })
    await expect(proof.catch(problemOf)).resolves.toMatchObject({ code: 'cancelled' })
  })

  it('says where only floating point agrees', async () => {
    const proof = await prove({ expression: 'tr(expm(X))', wrt: 'X' })
    expect(proof!.counts.agrees).toBeGreaterThan(0)
    expect(proof!.counts.unchecked).toBe(0)
  })

  it.each([
    ["x'*A*x", 'x', {}],
    ['norm2(W2*tanh(W1*x + b) - t)^2', 'W1', {}],
    ['A*X*B', 'X', { layout: 'denominator' }],
    ['x*t', 't', { layout: 'denominator', variables: { t: 'scalar', x: 'rowvector(n)' } }],
    ["x'*A*x", 'x', { order: 2 }],
    ['sum(exp(A*x))', 'x', { order: 2 }],
    ["logdet(t*X'*X)", ['X', 't'], { order: 2, variables: { t: 'scalar', X: 'matrix(m,n)' } }],
    ["x'*A*y*x'*x", ['y', 'x'], { order: 2 }],
    ['inv(A + t*B)', 't', { order: 3, layout: 'denominator', variables: { t: 'scalar' } }],
    ["x'*x*x'*A*x", 'x', { order: 3 }],
    ['tanh(A*x)', 'x', { order: 2 }],
    ['logdet(S)', 'S', { variables: { S: 'spd(n)' } }],
    ['f(A*x)', 'x', { variables: { f: 'function(vector(m)) -> vector(p)', A: 'matrix(m,n)' } }],
  ] as const)('of %s by %s leaves nothing open', async (expression, wrt, more) => {
    expect(await prove({ expression, wrt, ...more })).toMatchObject({ counts: { unchecked: 0 } })
  })

  it('checks each of several derivatives', async () => {
    const { derivatives, errorBound } = (await answer(
      { expression: "x'*A*x", wrt: ['x', 'A'], steps: true },
      { registry },
    )) as Success
    expect(derivatives?.map(({ verdict }) => verdict)).toEqual(['proved', 'proved'])
    expect(errorBound).toBeLessThan(1e-11)
  })

  it('is as deep as asked', async () => {
    const verdicts = async (proof: 'none' | 'result' | 'steps') => {
      const { verdict, steps } = (await answer(
        { expression: 'tr(A*X)', wrt: 'X', steps: true, proof },
        { registry },
      )) as Success
      return [verdict, steps?.every(step => step.verdict === 'proved')]
    }
    expect(await verdicts('none')).toEqual([undefined, false])
    expect(await verdicts('result')).toEqual(['proved', false])
    expect(await verdicts('steps')).toEqual(['proved', true])
    expect(await answer({ expression: 'x', wrt: 'x', proof: 'all' }, { registry })).toMatchObject({
      error: { code: 'value', message: expect.stringContaining('"proof"') },
    })
  })

  it('can be cancelled', async () => {
    const solution = derivationOf({ expression: "x'*A*x", wrt: 'x' }, { registry })
    await expect(proofOf(solution, 'steps', { signal: AbortSignal.abort() })).rejects.toMatchObject({
      problem: { code: 'cancelled' },
    })
  })
})

describe('a broken identity', () => {
  it.each([
    ['trace-cyclic', 'tr(A*X*B)', 'X'],
    ['differential-inverse', 'tr(A*inv(X))', 'X'],
    ['differential-det', 'det(X)', 'X'],
    ['transpose-product', "tr((A*X)'*B)", 'X'],
    ['collect-terms', "x'*A*x", 'x'],
  ])('%s is named, with a small counterexample', async (name, expression, wrt) => {
    for (const proof of ['result', 'steps'] as const) {
      expect(await problem({ expression, wrt, proof }, broken(name, negated))).toMatchObject({
        code: 'plugin',
        message: expect.stringMatching(new RegExp(`by ${name}@1\\.0\\.0 .* At .*before .*, after `)),
      })
    }
  })

  it('of the layout is named', async () => {
    const using: Registry = {
      ...registry,
      layout: name => {
        const layout = registry.layout(name)!
        return {
          ...layout,
          fromNumerator: (store, derivative) => sum(store, [derivative, derivative]),
          toNumerator: (_, derivative) => derivative,
        }
      },
    }
    expect(await problem({ expression: 'tr(A*X)', wrt: 'X', layout: 'denominator' }, using)).toMatchObject({
      code: 'plugin',
      message: expect.stringContaining('layout-denominator@1.0.0'),
    })
  })
})
