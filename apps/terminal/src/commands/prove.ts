import { type Identity, type Problem, type Registry, requireProblem } from '@matrix-derive/core'
import { proveIdentity, type StatementProof } from '@matrix-derive/verify'
import { colours } from '../colours.ts'
import type { Arguments } from '../command-line.ts'
import { Exit, type Host } from '../host.ts'
import { workplace } from '../settings.ts'
import { provedLines } from '../views/prove.ts'
import { identityNamed } from './identity-named.ts'

/** An identity with what became of its statements, or why they could not be asked about. */
export interface Proved {
  readonly identity: Identity
  readonly statements: readonly StatementProof[]
  readonly problem?: Problem
  readonly ms: number
}

/** `prove [IDENTITY...]`: proves statements, one identity after the other. Ends with 1 if one is false. */
export async function proveIdentities(args: Arguments, host: Host): Promise<number> {
  const { registry } = await workplace(host)
  const chosen =
    args.operands.length === 0 ? registry.identities : args.operands.map(name => identityNamed(name, registry))
  const all = chosen.map(identity => prove(identity, registry))
  const text =
    args.one('format') === 'json'
      ? JSON.stringify(all.map(data), undefined, 2)
      : provedLines(all, colours(host.stdout, host.env)).join('\n')
  host.stdout.write(`${text}\n`)
  return all.every(isTrue) ? Exit.done : Exit.failed
}

export function isTrue({ statements, problem }: Proved): boolean {
  return problem === undefined && statements.every(({ verdict }) => verdict !== 'failed')
}

function prove(identity: Identity, { operators }: Registry): Proved {
  const start = performance.now()
  try {
    const statements = proveIdentity(identity, operators)
    return { identity, statements, ms: performance.now() - start }
  } catch (thrown) {
    const problem = requireProblem(thrown)
    return { identity, statements: [], problem, ms: performance.now() - start }
  }
}

function data({ identity: { name, version }, statements, problem, ms }: Proved) {
  return { name, version, statements, ...(problem && { error: problem }), ms: Math.round(100 * ms) / 100 }
}
