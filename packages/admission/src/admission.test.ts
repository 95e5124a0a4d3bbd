import { problemOf } from '@matrix-derive/core'
import { answer, type Success } from '@matrix-derive/request'
import { standardRegistry } from '@matrix-derive/standard'
import { describe, expect, it } from 'vitest'
import { type Additions, registryFor } from './registry-for.ts'
import { jax, law, quad, softplus2, woodbury } from './testing/plugins.ts'

const plugin = (name: string, exported: unknown, more: object = {}) => ({ name, exported, ...more })

async function derived(additions: Additions, expression: string, wrt: string, more: object = {}): Promise<Success> {
  const { registry, refused } = registryFor(additions)
  expect(refused).toEqual([])
  const found = await answer({ expression, wrt, steps: true, ...more }, { registry })
  if (!found.ok) throw new Error(found.error.message)
  return found as Success
}

describe('a registry for a project', () => {
  it('has everything standard', () => {
    const { registry, refused } = registryFor({})
    expect(refused).toEqual([])
    expect(registry.identities).toEqual(standardRegistry().identities)
    expect(registry.plugins).toEqual([])
  })

  it('uses the identity of a plugin, and says so', async () => {
    const plugins = [plugin('woodbury', woodbury())]
    const expression = "tr(X'*(inv(A) - inv(A)*U*inv(inv(C) + V*inv(A)*U)*V*inv(A))*B)"
    const found = await derived({ plugins }, expression, 'X')
    expect(found.text).toBe("B'*inv(A + U*C*V)'")
    expect(found.identities).toMatchObject({ 'inverse-woodbury': '1.0.0' })
    expect(found.verdict).toBe('proved')
  })

  it('derives by the operators of a plugin', async () => {
    const plugins = [plugin('operators', [softplus2, quad])]
    const entrywise = await derived({ plugins }, 'sum(softplus2(W*x))', 'x', { variables: { W: 'matrix(m,n)' } })
    expect(entrywise.text).toBe("2*sigmoid(2*W*x)'*W")
    // That the sigmoid is a quotient of exponentials is nothing that holds over a prime field.
    expect(entrywise.verdict).toBe('agrees')
    const form = await derived({ plugins }, 'quad(A, x)^2', 'x')
    expect(form.text).toBe("2*quad(A, x)*x'*(A + A')")
    expect(form.identities).toMatchObject({ 'operator-quad': '1.0.0' })
    expect(form.verdict).toBe('proved')
  })

  it('writes in the layout of a plugin', async () => {
    const plugins = [plugin('jax', jax)]
    const gradient = await derived({ plugins }, 'tr(A*X*B)', 'X', { layout: 'jax' })
    expect(gradient).toMatchObject({ layout: 'jax', text: "A'*B'", verdict: 'proved' })
    const matrix = await derived({ plugins }, 'A*X*B', 'X', { layout: 'jax' })
    expect(matrix).toMatchObject({ text: "A ⊗ B'", verdict: 'proved' })
  })

  it('does not depend on the order of plugins', () => {
    const plugins = [plugin('a', woodbury()), plugin('b', softplus2), plugin('c', jax), plugin('d', 7), plugin('e', 8)]
    const [one, other] = [registryFor({ plugins }), registryFor({ plugins: plugins.toReversed() })]
    expect(other.registry.identities.map(({ name }) => name)).toEqual(one.registry.identities.map(({ name }) => name))
    expect(other.registry.plugins).toEqual(one.registry.plugins)
    expect(other.refused).toEqual(one.refused)
  })

  it('tells of what is refused in the order of names, whatever is wrong', () => {
    const untrue = law('untrue', 'A*B -> B*A', { A: 'matrix(n)', B: 'matrix(n)' })
    const plugins = [plugin('a', untrue), plugin('b', [jax, jax]), plugin('c', 7)]
    expect(registryFor({ plugins }).refused.map(({ plugin }) => plugin)).toEqual(['a', 'b', 'c'])
  })
})

describe('a pin', () => {
  const both = [plugin('one', woodbury('1.0.0')), plugin('two', woodbury('2.0.0'))]
  const versionBy = (pins: Record<string, string>) =>
    registryFor({ plugins: both, pins }).registry.identity('inverse-woodbury')?.version

  it('chooses among versions that are installed side by side; without one the highest is used', () => {
    expect(versionBy({})).toBe('2.0.0')
    expect(versionBy({ 'inverse-woodbury': '^1.0.0' })).toBe('1.0.0')
    expect(versionBy({ 'inverse-woodbury': '2.0.0' })).toBe('2.0.0')
    expect(versionBy({ 'trace-cyclic': '^1.0.0' })).toBe('2.0.0')
  })

  it.each([
    [{ 'inverse-woodbury': '^3.0.0' }, 'Expected an installed version that "^3.0.0" allows, received 1.0.0, 2.0.0.'],
    [{ 'trace-cyclic': '2.x' }, 'identities.trace-cyclic: Expected an installed version that "2.x" allows'],
    [{ 'trace-cylic': '1.0.0' }, 'identities.trace-cylic: Expected the name of an identity'],
    [{ 'trace-cyclic': 'newest' }, 'Expected versions such as "^1.0.0" or "2.0.0", received "newest".'],
  ])('that cannot be kept is told: %o', (pins, message) => {
    const problem = thrownBy(() => registryFor({ plugins: both, pins }))
    expect(problem?.code).toBe('config')
    expect(problem?.message).toContain(message)
  })

  it('chooses among operators and layouts by the name of their package', () => {
    const newer = { ...jax, identity: { ...jax.identity, version: '1.1.0' } }
    const plugins = [plugin('old', jax), plugin('new', newer)]
    const version = (pins: Record<string, string>) =>
      registryFor({ plugins, pins }).registry.layout('jax')?.identity.version
    expect(version({})).toBe('1.1.0')
    expect(version({ 'layout-jax': '1.0.0' })).toBe('1.0.0')
  })
})

describe('a plugin is refused', () => {
  const square = { A: 'matrix(n)', B: 'matrix(n)' }
  it.each<[string, unknown, string]>([
    ['whose law is false', law('turned', "(A*B)' -> A'*B'", square), 'Expected a true statement in turned@1.0.0'],
    ['whose law holds for fewer matrices than it says', law('commuting', 'A*B -> B*A', square), 'commuting@1.0.0'],
    [
      'that brings what the standard has',
      law('trace-cyclic', 'tr(A*B) = tr(B*A)', square),
      'trace-cyclic@1.0.0 to be the only one; the standard has one too',
    ],
    ['that brings a thing twice', [woodbury(), woodbury()], 'the plugin brings it twice'],
    [
      'whose operator has the name of a standard one',
      { ...quad, operator: { ...quad.operator, aliases: ['trace'] } },
      'Expected the operator "trace" to be the only one; the standard has one too.',
    ],
    [
      'whose operator has a name of the language',
      { ...quad, operator: { ...quad.operator, aliases: ['eye'] } },
      'Expected the operator "eye" to be the only one; the standard has one too.',
    ],
    [
      'whose layout has the name of a standard one',
      { ...jax, aliases: ['gradient'] },
      'Expected the layout "gradient" to be the only one; the standard has one too.',
    ],
    [
      'that is written for another version of the interface',
      { ...woodbury(), requires: '^2.0.0' },
      'received one for ^2.0.0',
    ],
    ['that brings nothing', 7, 'received a number'],
  ])('%s', (_, exported, message) => {
    const { refused, registry } = registryFor({ plugins: [plugin('one', exported)] })
    expect(refused).toMatchObject([{ code: 'plugin', plugin: 'one' }])
    expect(refused[0].message).toContain(message)
    expect(registry.identities).toEqual(standardRegistry().identities)
  })
})

it('a plugin that is not proved in time is refused, and that is said', () => {
  const { refused } = registryFor({ plugins: [plugin('slow', woodbury())], time: -1 })
  expect(refused).toMatchObject([
    { message: expect.stringContaining('Expected identity inverse-woodbury@1.0.0 to be proved within -0.001 s;') },
  ])
})

describe('a plugin that was proved before', () => {
  it('is not proved again', () => {
    const untrue = law('trace-commutes', 'tr(A*B) -> tr(A)*tr(B)', { A: 'matrix(n)', B: 'matrix(n)' })
    const { refused } = registryFor({ plugins: [plugin('false', untrue, { proved: true })] })
    expect(refused).toEqual([])
  })
})

function thrownBy(run: () => unknown) {
  try {
    run()
  } catch (thrown) {
    return problemOf(thrown)
  }
  return undefined
}
