import own from '../package.json' with { type: 'json' }

/** The version of this package: the interface between plugins and what uses them. */
export const interfaceVersion: string = own.version

/** The parts of a package.json that say what a plugin is called and what it needs. */
export interface Manifest {
  readonly name: string
  readonly version: string
  readonly description: string
  readonly dependencies?: Readonly<Record<string, string>>
  readonly peerDependencies?: Readonly<Record<string, string>>
}

/** The name of a package without its scope: `@matrix-derive/trace-cyclic` is the identity `trace-cyclic`. */
export function identityName({ name }: Manifest): string {
  return name.slice(name.lastIndexOf('/') + 1)
}

/**
 * The versions of this package that a plugin was written for, as its manifest has them: `^1.0.0`. Undefined where it
 * does not say, or lives in the same repository.
 */
export function requiredInterface({ dependencies, peerDependencies }: Partial<Manifest>): string | undefined {
  const range = peerDependencies?.[own.name] ?? dependencies?.[own.name]
  return range === undefined || /^(workspace|file|link|portal|npm|https?|git[+\w]*):/.test(range) ? undefined : range
}

/** The same as a part of what is defined. */
export function requirement(manifest: Partial<Manifest>): { readonly requires?: string } {
  const requires = requiredInterface(manifest)
  return requires === undefined ? {} : { requires }
}
