import type { Problem, Registry } from '@matrix-derive/core'
import type { Failure } from '@matrix-derive/request'
import { standardRegistry } from '@matrix-derive/standard'
import { refusal } from './using.ts'

export interface RegistryOptions {
  /** What the modules of plugins export by default, by a name of your choice: `{ woodbury }`. */
  readonly plugins?: Readonly<Record<string, unknown>>
  /** The versions to use of what is installed: `{ "trace-cyclic": "^1.0.0" }`. */
  readonly identities?: Readonly<Record<string, string>>
}

/** A registry that is ready to be used. */
export interface Registered {
  readonly ok: true
  /** For the option `registry` of every other function. */
  readonly registry: Registry
  /** Why each of the plugins that are not in it is not; `plugin` names it. */
  readonly refused: readonly Problem[]
}

/**
 * Everything that derivations may use: what is standard, and what plugins bring.
 *
 * A plugin is proved before it is used, by the battery that the standard identities pass: that its statements are true on
 * random instances of different sizes, that its rewriting does what they say, that its operators have the derivatives
 * that they state. One that fails is refused, and the rest goes on without it. Nothing is read from disk.
 *
 * @returns `ok: true` with the registry; `ok: false` with the code `config` for a pin that nothing installed satisfies
 */
export async function registry({ plugins = {}, identities = {} }: RegistryOptions = {}): Promise<Registered | Failure> {
  const foreign = Object.entries(plugins).map(([name, exported]) => ({ name, exported }))
  if (foreign.length === 0 && Object.keys(identities).length === 0) {
    return { ok: true, registry: standardRegistry(), refused: [] }
  }
  // Whoever adds nothing need not read how additions are proved.
  const { registryFor } = await import('@matrix-derive/admission')
  try {
    return { ok: true, ...registryFor({ plugins: foreign, pins: identities }) }
  } catch (thrown) {
    return refusal(thrown)
  }
}
