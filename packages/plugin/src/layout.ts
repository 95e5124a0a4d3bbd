import {
  type DerivativePair,
  type Expression,
  flip,
  type Identity,
  kindOf,
  type Layout,
  type LayoutCase,
  layoutCase,
  type Store,
} from '@matrix-derive/core'
import { identityName, type Manifest, requirement } from './manifest.ts'

/** How one row of the layout table differs from numerator layout, there and back. */
export interface LayoutRow {
  readonly from: (store: Store, numerator: Expression, pair: DerivativePair) => Expression
  readonly to: (store: Store, derivative: Expression, pair: DerivativePair) => Expression
}

/** What the author of a layout writes. */
export interface LayoutDefinition {
  readonly title: string
  readonly source: string
  readonly aliases?: readonly string[]
  /** The rows of the layout table that differ from numerator layout; `transpose` says how in nearly every case. */
  readonly rows: Partial<Record<LayoutCase, 'transpose' | LayoutRow>>
}

const transposed: LayoutRow = { from: flip, to: flip }

/** Makes a layout from its package's manifest; the package `layout-denominator` brings the layout `denominator`. */
export function defineLayout(manifest: Manifest, definition: LayoutDefinition): Layout {
  const { title, source, aliases = [], rows } = definition
  const rowOf = ({ of, by }: DerivativePair): LayoutRow | undefined => {
    const row = rows[layoutCase(kindOf(of), kindOf(by))]
    return row === 'transpose' ? transposed : row
  }
  const name = identityName(manifest)
  const identity: Identity = {
    name,
    version: manifest.version,
    summary: manifest.description,
    title,
    source,
    phases: ['layout'],
    statements: ["D'' = D"],
    where: { D: 'matrix(m,n)' },
    directed: false,
    on: [],
    ...requirement(manifest),
    rewrite: () => undefined,
  }
  return {
    name: name.replace(/^layout-/, ''),
    aliases,
    identity,
    fromNumerator: (store, derivative, pair) => rowOf(pair)?.from(store, derivative, pair) ?? derivative,
    toNumerator: (store, derivative, pair) => rowOf(pair)?.to(store, derivative, pair) ?? derivative,
  }
}
