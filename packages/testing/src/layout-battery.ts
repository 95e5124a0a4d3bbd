import {
  createStore,
  type DerivativePair,
  type Layout,
  numeratorShape,
  type Shape,
  symbol,
  unit,
} from '@matrix-derive/core'
import { type Check, type PendingCheck, runCheck } from './check.ts'
import { declared } from './declared.ts'
import { difference } from './proving.ts'

/** What the author of a layout adds: the shape of a derivative by each kind, `{ 'scalar by vector': 'n×1' }`. */
export interface LayoutTestOptions {
  readonly shapes?: Readonly<Record<string, string>>
  readonly seed?: number
}

/** f is m×n or a part of that, x is p×q. */
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

function shapeIn(layout: Layout, pair: DerivativePair): string {
  const store = createStore()
  const { rows, cols } = layout.fromNumerator(store, symbol(store, 'D_', numeratorShape(pair)), pair).shape
  return `${rows}×${cols}`
}

/** Every check of a layout, not yet run. */
export function layoutBattery(
  layout: Layout,
  { shapes = {}, seed = 1 }: LayoutTestOptions = {},
  file: () => string | undefined = () => undefined,
): PendingCheck[] {
  const checks: PendingCheck[] = [
    {
      check: 'declared',
      subject: '',
      run: () =>
        layout.identity.name === `layout-${layout.name}`
          ? declared(layout.identity, file())
          : `Expected a package called layout-${layout.name}, received ${layout.identity.name}.`,
    },
  ]
  for (const { name, pair } of pairs()) {
    checks.push({ check: 'settles', subject: `${name}, there and back`, run: () => returns(layout, pair, seed) })
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
