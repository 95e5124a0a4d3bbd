import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { defineOperator } from '../expression/operator.ts'
import { codeOf } from '../testing/symbols.ts'
import type { Identity, Phase } from './identity.ts'
import type { Layout } from './layout.ts'
import { createRegistry, type Plugin } from './registry.ts'

function identity(name: string, version: string, more: Partial<Identity> = {}): Identity {
  return {
    name,
    version,
    title: name,
    summary: name,
    source: 'a test',
    phases: ['simplify'],
    statements: ['A = A'],
    where: {},
    on: ['times'],
    directed: true,
    rewrite: () => undefined,
    ...more,
  }
}

const law = (name: string, version = '1.0.0', more: Partial<Identity> = {}): Plugin => ({
  kind: 'identity',
  identity: identity(name, version, more),
})

const operator = (name: string, aliases: readonly string[] = []): Plugin => ({
  kind: 'operator',
  operator: defineOperator({
    name,
    aliases,
    summary: name,
    signature: 'scalar -> scalar',
    evaluate: (_, [only]) => only,
  }),
})

const layout = (name: string, version: string, aliases: readonly string[] = []): Plugin => {
  const made: Layout = {
    name,
    aliases,
    identity: identity(`layout-${name}`, version, { phases: ['layout'], on: [] }),
    fromNumerator: (_, derivative) => derivative,
    toNumerator: (_, derivative) => derivative,
  }
  return { kind: 'layout', layout: made }
}

describe('a registry', () => {
  test('finds operators and layouts by name and by alias', () => {
    const registry = createRegistry()
      .use(operator('tr', ['trace']), layout('mixed', '1.0.0', ['half']))
      .freeze()
    expect(registry.operator('trace')).toBe(registry.operator('tr'))
    expect(registry.operators).toHaveLength(1)
    expect(registry.layout('half')?.name).toBe('mixed')
    expect(registry.layout('other')).toBeUndefined()
    expect(registry.identity('layout-mixed')?.version).toBe('1.0.0')
  })

  test('holds versions of one identity side by side and uses the one that is chosen', () => {
    const open = createRegistry().use(law('one', '1.0.0'), law('one', '2.0.0'), law('two', '1.5.0'))
    const choose = (wanted: string) =>
      open.freeze((name, versions) => (name === 'one' ? versions.indexOf(wanted) : versions.length - 1))
    expect(choose('1.0.0').identity('one')?.version).toBe('1.0.0')
    expect(choose('2.0.0').identity('one')?.version).toBe('2.0.0')
    expect(choose('2.0.0').identities.map(({ name }) => name)).toEqual(['one', 'two'])
    expect(codeOf(() => choose('3.0.0'))).toBe('plugin')
  })

  test('tells all installed versions, whichever is used', () => {
    const registry = createRegistry().use(law('one', '1.0.0'), law('one', '2.0.0'), layout('mixed', '1.1.0')).freeze()
    expect(registry.versions('one')).toEqual(['1.0.0', '2.0.0'])
    expect(registry.preferring({ one: '1.0.0' }).versions('one')).toEqual(['1.0.0', '2.0.0'])
    expect(registry.versions('layout-mixed')).toEqual(['1.1.0'])
    expect(registry.versions('two')).toEqual([])
  })

  test('chooses versions of layouts like those of identities', () => {
    const open = createRegistry().use(layout('mixed', '1.0.0'), layout('mixed', '1.1.0'))
    expect(open.freeze((_, versions) => versions.indexOf('1.0.0')).layout('mixed')?.identity.version).toBe('1.0.0')
    expect(open.freeze().layouts).toHaveLength(1)
  })

  test('refuses two of one name and version, and two operators of one name or alias', () => {
    expect(codeOf(() => createRegistry().use(law('one'), law('one')).freeze())).toBe('plugin')
    const again = createRegistry().use(law('one'), law('one', '2.0.0'), law('one'))
    expect(codeOf(() => again.freeze())).toBe('plugin')
    expect(codeOf(() => createRegistry().use(operator('f'), operator('f')).freeze())).toBe('plugin')
    expect(
      codeOf(() =>
        createRegistry()
          .use(operator('f', ['g']), operator('g'))
          .freeze(),
      ),
    ).toBe('plugin')
    const same = operator('f')
    expect(createRegistry().use(same, same).freeze().operators).toHaveLength(1)
  })

  test('is closed: what is used afterwards does not show', () => {
    const open = createRegistry().use(law('one'))
    const closed = open.freeze()
    open.use(law('two'))
    expect(closed.identity('two')).toBeUndefined()
  })

  test('gives the candidates of a phase and a heading, the more particular law first', () => {
    const phases: readonly Phase[] = ['differential', 'simplify']
    const registry = createRegistry()
      .use(
        law('short', '1.0.0', { statements: ['d(tr(X)) = tr(d(X))'], phases, on: ['tr'] }),
        law('very-long', '1.0.0', {
          statements: ['d(tr(expm(X))) = tr(expm(X)*d(X))'],
          phases: ['differential'],
          on: ['tr'],
        }),
        law('other', '1.0.0', { on: ['det'] }),
      )
      .freeze()
    const names = (phase: Phase, on: string) => registry.candidates(phase, on).map(({ name }) => name)
    expect(names('differential', 'tr')).toEqual(['very-long', 'short'])
    expect(names('simplify', 'tr')).toEqual(['short'])
    expect(names('isolate', 'tr')).toEqual([])
  })

  test('lists layouts by name', () => {
    const registry = createRegistry().use(layout('b', '1.0.0'), layout('c', '1.0.0'), layout('a', '1.0.0')).freeze()
    expect(registry.layouts.map(({ name }) => name)).toEqual(['a', 'b', 'c'])
  })

  test('shows nothing of the order of registration', () => {
    const plugins = ['e', 'b', 'a', 'd', 'c'].map(name => law(name))
    fc.assert(
      fc.property(fc.shuffledSubarray(plugins, { minLength: plugins.length }), shuffled => {
        const registry = createRegistry()
          .use(...shuffled)
          .freeze()
        expect(registry.identities.map(({ name }) => name).join('')).toBe('abcde')
        expect(
          registry
            .candidates('simplify', 'times')
            .map(({ name }) => name)
            .join(''),
        ).toBe('abcde')
      }),
      { numRuns: 30 },
    )
  })
})
