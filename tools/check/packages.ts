import { readdirSync, readFileSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'

export const root = resolve(import.meta.dirname, '../..')

export interface Manifest {
  readonly name: string
  readonly version?: string
  readonly description?: string
  readonly type?: string
  readonly sideEffects?: boolean
  /** The index, or by path where a part is to be read without the rest. */
  readonly exports?: string | Readonly<Record<string, string>>
  readonly dependencies?: Readonly<Record<string, string>>
  readonly devDependencies?: Readonly<Record<string, string>>
  readonly peerDependencies?: Readonly<Record<string, string>>
}

/** Where a package lives says what it may do. */
export type Group = 'packages' | 'identities' | 'apps'

export interface Package {
  /** The name of its folder, which is its id. */
  readonly id: string
  readonly group: Group
  /** From the root of the repository. */
  readonly folder: string
  readonly manifest: Manifest
}

const folders: readonly [Group, string][] = [
  ['packages', 'packages'],
  ['identities', 'packages/identities'],
  ['apps', 'apps'],
]

export const packages: readonly Package[] = folders.flatMap(([group, parent]) =>
  subfolders(parent)
    .map(name => `${parent}/${name}`)
    .filter(folder => folder !== 'packages/identities')
    .map(folder => ({
      id: basename(folder),
      group,
      folder,
      manifest: JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8')) as Manifest,
    })),
)

function subfolders(parent: string): string[] {
  return readdirSync(join(root, parent), { withFileTypes: true })
    .filter(entry => entry.isDirectory())
    .map(entry => entry.name)
}
