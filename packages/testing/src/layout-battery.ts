import {
  createStore,
  type DerivativePair,
  type Identity,
  type Layout,
  numeratorShape,
  type Shape,
  symbol,
  unit,
} from '@matrix-derive/core'
import { evaluate, floatAlgebra, sizeIn } from '@matrix-derive/verify'
import { type Check, type PendingCheck, runCheck } from './check.ts'
import { declared } from './declared.ts'
import { difference } from './proving.ts'

/** What the author of a layout adds: the shape of a derivative by each kind, `{ 'scalar by vector': 'n×1' }`. */
export interface LayoutTestOptions {
  readonly shapes?: Readonly<Record<string, string>>
  readonly seed?: number
}

/** f is m×n or a part of that, x is p×q; so large they are where entries are counted. */
const sizes = new Map(Object.entries({ m: 2, n: 3, p: 4, q: 5 }))

const kinds: Readonly<Record<string, readonly [of: Shape, by: Shape]>> = {
  scalar: [
    { rows: unit, cols: unit },
    { rows: unit, cols: unit },
  ],
  vector: [
    { rows: 'm', cols: unit },
    { rows: 'p', cols: unit },
  ],
  'row vector': [
    { rows: unit, cols: 'n' },
    { rows: unit, cols: 'q' },
  ],
  matrix: [
    { rows: 'm', cols: 'n' },
    { rows: 'p', cols: 'q' },
  ],
}

function pairs(): { readonly name: string; readonly pair: DerivativePair }[] {
  const names = Object.keys(kinds)
  return names.flatMap(of =>
    names.map(by => ({ name: `${of} by ${by}`, pair: { of: kinds[of][0], by: kinds[by][1] } })),
  )
}

/** Into the layout and out of it, or the other way round, nothing has changed. */
function returns(layout: Layout, pair: DerivativePair, seed: number): string | undefined {
  const store = createStore()
  const numerator = symbol(store, 'D_', numeratorShape(pair))
  const there = layout.fromNumerator(store, numerator, pair)
  const back = layout.toNumerator(store, there, pair)
  const away = symbol(store, 'E_', there.shape)
  const again = layout.fromNumerator(store, layout.toNumerator(store, away, pair), pair)
  return difference(back, numerator, [], seed) ?? difference(again, away, [], seed)
}

/** A layout says where entries stand: each of the derivative's stands somewhere, and nothing else does. */
function rearranges(layout: Layout, pair: DerivativePair): string | undefined {
  const store = createStore()
  const { rows, cols } = numeratorShape(pair)
  const numerator = symbol(store, 'D_', { rows, cols })
  const [height, width] = [rows, cols].map(sizeIn(sizes))
  const entries = Array.from({ length: height }, (_, i) => Array.from({ length: width }, (_, j) => 1 + i * width + j))
  const values = new Map([['D_', floatAlgebra.fromRows(entries)]])
  const arranged = evaluate(layout.fromNumerator(store, numerator, pair), { algebra: floatAlgebra, values, sizes })
  const found = floatAlgebra.toRows(arranged).flat()
  const expected = entries.flat()
  const sorted = [...found].sort((a, b) => a - b)
  if (sorted.length === expected.length && sorted.every((entry, k) => entry === expected[k])) return undefined
  return `Expected the entries ${expected.join(', ')} in some order, received ${found.join(', ')}.`
}

function shapeIn(layout: Layout, pair: DerivativePair): string {
  const store = createStore()
  const { rows, cols } = layout.fromNumerator(store, symbol(store, 'D_', numeratorShape(pair)), pair).shape
  return `${rows}×${cols}`
}

/** Every check of a layout, not yet run. */
export function layoutBattery(
  layout: Layout,
  { shapes = {}, seed = 1 }: LayoutTestOptions = {},
  alsoDeclared: (identity: Identity) => string | undefined = () => undefined,
): PendingCheck[] {
  const checks: PendingCheck[] = [
    {
      check: 'declared',
      subject: '',
      run: () =>
        layout.identity.name === `layout-${layout.name}`
          ? (declared(layout.identity) ?? alsoDeclared(layout.identity))
          : `Expected a package called layout-${layout.name}, received ${layout.identity.name}.`,
    },
  ]
  for (const { name, pair } of pairs()) {
    checks.push({ check: 'settles', subject: `${name}, there and back`, run: () => returns(layout, pair, seed) })
    checks.push({ check: 'rearranges', subject: name, run: () => rearranges(layout, pair) })
  }
  for (const [name, expected] of Object.entries(shapes)) {
    const run = () => {
      const found = pairs().find(candidate => candidate.name === name)
      if (found === undefined) return `Expected two kinds such as "scalar by vector", received "${name}".`
      const shape = shapeIn(layout, found.pair)
      return shape === expected ? undefined : `Expected ${name} to be ${expected}, received ${shape}.`
    }
    checks.push({ check: 'conforms', subject: `${name} is ${expected}`, run })
  }
  return checks
}

/** Runs the checks of a layout, without a test runner. */
export function checkLayout(layout: Layout, options: LayoutTestOptions = {}): Check[] {
  return layoutBattery(layout, options).map(runCheck)
}
