import {
  createBudget,
  createStore,
  defaultLimits,
  derive,
  type Expression,
  number,
  product,
  rational,
  type Store,
  sum,
  symbol,
} from '@matrix-derive/core'
import { applyElementwise, norm2, power, tanhOperator } from '@matrix-derive/operators'
import { describe, expect, test } from 'vitest'
import { standardRegistry } from './index.ts'
import { countSteps, deriveText } from './testing/deriving.ts'

// The work of a derivation is linear in the graph of the expression: twice as deep a network takes twice as many
// steps and expressions, whether it is written out or given as definitions, and whatever it is differentiated by.

/** A network of some depth as definitions, one a layer; by what; and how the next layer is made of the last one. */
interface Network {
  readonly declarations: (depth: number) => Record<string, string>
  readonly wrt: (depth: number) => readonly string[]
  readonly layer: (below: string, level: number) => string
  readonly build: (store: Store, below: Expression, weight: (name: string) => Expression, level: number) => Expression
  readonly scalar: boolean
}

const vectors = { x: 'vector(n)', t: 'vector(n)' }
const levels = (depth: number) => Array.from({ length: depth }, (_, level) => level + 1)

const ownWeights = {
  declarations: (depth: number) => ({
    ...vectors,
    ...Object.fromEntries(levels(depth).map(level => [`W${level}`, 'matrix(n,n)'])),
  }),
  layer: (below: string, level: number) => `tanh(W${level}*${below})`,
  build: (store: Store, below: Expression, weight: (name: string) => Expression, level: number) =>
    applyElementwise(store, tanhOperator, product(store, [weight(`W${level}`), below])),
}

const sharedWeight = {
  declarations: () => ({ ...vectors, W: 'matrix(n,n)' }),
  wrt: () => ['W'],
  layer: (below: string) => `tanh(W*${below})`,
  build: (store: Store, below: Expression, weight: (name: string) => Expression) =>
    applyElementwise(store, tanhOperator, product(store, [weight('W'), below])),
}

const networks: Readonly<Record<string, Network>> = {
  'a chain by its first weight': { ...ownWeights, wrt: () => ['W1'], scalar: true },
  'a chain by its input': { ...ownWeights, wrt: () => ['x'], scalar: true },
  'a chain by all weights': { ...ownWeights, wrt: depth => levels(depth).map(level => `W${level}`), scalar: true },
  'a vector-valued chain by its first weight': { ...ownWeights, wrt: () => ['W1'], scalar: false },
  'a vector-valued chain by its input': { ...ownWeights, wrt: () => ['x'], scalar: false },
  'a recurrent network': { ...sharedWeight, scalar: true },
  'a vector-valued recurrent network': { ...sharedWeight, scalar: false },
  'a residual network': {
    ...sharedWeight,
    layer: below => `${below} + tanh(W*${below})`,
    build: (store, below, weight) => sum(store, [below, sharedWeight.build(store, below, weight)]),
    scalar: true,
  },
  'a vector-valued residual network by its input': {
    ...sharedWeight,
    wrt: () => ['x'],
    layer: below => `${below} + tanh(W*${below})`,
    build: (store, below, weight) => sum(store, [below, sharedWeight.build(store, below, weight)]),
    scalar: false,
  },
}

const deep = { ...defaultLimits, inputLength: 1e6, nodes: 2e6, time: 120_000 }

interface Work {
  readonly steps: number
  readonly nodes: number
}

/** Through the text: one definition a layer. */
function workOnProgram({ declarations, wrt, layer, scalar }: Network, depth: number): Work {
  const definitions = levels(depth).map(level => `h${level} = ${layer(level === 1 ? 'x' : `h${level - 1}`, level)}`)
  const last = scalar ? `norm2(h${depth} - t)^2` : `h${depth}`
  const derived = deriveText({
    text: `${definitions.join('; ')}; ${last}`,
    declarations: declarations(depth),
    wrt: wrt(depth),
    limits: deep,
  })
  return { steps: countSteps(derived), nodes: derived.store.size }
}

/** Without text and names: one nested expression. */
function workOnExpression({ wrt, build, scalar }: Network, depth: number): Work {
  const store = createStore(deep)
  const registry = standardRegistry()
  const vector = (name: string) => symbol(store, name, { rows: 'n', cols: '1' })
  const weight = (name: string) => symbol(store, name, { rows: 'n', cols: 'n' })
  let layer: Expression = vector('x')
  for (const level of levels(depth)) layer = build(store, layer, weight, level)
  if (scalar) {
    const error = sum(store, [layer, product(store, [number(store, rational(-1)), vector('t')])])
    layer = power(store, norm2(store, error), number(store, rational(2)))
  }
  const derivation = derive({
    registry,
    store,
    expression: layer,
    variables: wrt(depth).map(name => (name === 'x' ? vector(name) : weight(name))),
    layout: registry.layout('numerator')!,
    order: 1,
    budget: createBudget(deep),
    taken: new Set(['x', 't', 'W', ...levels(depth).map(level => `W${level}`)]),
  })
  return { steps: countSteps(derivation), nodes: store.size }
}

const depths = [4, 8, 16, 32, 64, 128, 256]

describe.each(Object.entries(networks))('%s', (_, network) => {
  test.each([
    ['as one nested expression', workOnExpression],
    ['as definitions', workOnProgram],
  ] as const)('%s takes at most twice the work for twice the depth', (_, workOn) => {
    const work = depths.map(depth => workOn(network, depth))
    for (const measure of ['steps', 'nodes'] as const) {
      const counts = work.map(each => each[measure])
      const ratios = counts.slice(1).map((count, i) => count / counts[i])
      expect(Math.max(...ratios), `${measure}: ${counts.join(', ')}`).toBeLessThanOrEqual(2.2)
    }
  })
})

/** A network for every sample of a sum: its intermediates are families, one for each sample. */
function workOnSamples(depth: number, layer: (below: string, level: number) => string, collect: boolean): Work {
  const weights = levels(depth).map(level => `W${level}`)
  const output = levels(depth).reduce((below, level) => layer(below, level), 'x[i]')
  const derived = deriveText({
    text: `sum(i in 1..N, norm2(${output} - t[i])^2)`,
    declarations: { ...ownWeights.declarations(depth), W: 'matrix(n,n)', x: 'vector(n)[N]', t: 'vector(n)[N]' },
    wrt: weights.filter(name => output.includes(`${name}*`)).concat(output.includes('W*') ? ['W'] : []),
    limits: deep,
    collect,
  })
  return { steps: countSteps(derived), nodes: derived.store.size }
}

const layers: readonly (readonly [string, (below: string, level: number) => string])[] = [
  ['a chain', ownWeights.layer],
  ['a recurrent network', sharedWeight.layer],
  ['a residual network', networks['a residual network'].layer],
  ['a network that shares every layer', (below: string) => `tanh(W*${below} + ${below})`],
]
const ways = [false, true].flatMap(collect => layers.map(([name, layer]) => ({ name, layer, collect })))

test.each(ways)(
  '$name under a sum over samples takes at most twice the work for twice the depth, collected: $collect',
  ({ layer, collect }) => {
    // Text that uses a layer twice doubles with every layer, so that those are not deep.
    const doubles = layer('?', 1).split('?').length > 2
    const work = (doubles ? [2, 4, 8] : [4, 8, 16, 32, 64]).map(depth => workOnSamples(depth, layer, collect))
    for (const measure of ['steps', 'nodes'] as const) {
      const counts = work.map(each => each[measure])
      const ratios = counts.slice(1).map((count, i) => count / counts[i])
      expect(Math.max(...ratios), `${measure}: ${counts.join(', ')}`).toBeLessThanOrEqual(2.2)
    }
  },
)

test.each([
  ['a chain by its first weight', 'as one nested expression', workOnExpression],
  ['a chain by its first weight', 'as definitions', workOnProgram],
  ['a recurrent network', 'as one nested expression', workOnExpression],
  ['a residual network', 'as one nested expression', workOnExpression],
] as const)('%s of 2000 layers %s overflows nothing', (name, _, workOn) => {
  expect(workOn(networks[name], 2000).steps).toBeGreaterThan(2000)
})
