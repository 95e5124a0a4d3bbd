import { type Expression, problemOf } from '../../../packages/core/src/index.ts'
import { readClaim } from '../../../packages/language/src/index.ts'
import { toProgram } from '../../../packages/notation/src/index.ts'
import { derivationOf, proofOf, type Solution } from '../../../packages/request/src/index.ts'
import { standardRegistry } from '../../../packages/standard/src/index.ts'
import { type DerivationProof, proveEqual } from '../../../packages/verify/src/index.ts'
import type { Row } from './rows.ts'

/** `proved` exactly or `agrees` in floating point: our derivation, every step of it, and that the row says the same. */
export type RowVerdict = 'proved' | 'agrees'

/** A row in one layout, derived and compared. */
export interface Judged {
  readonly layout: string
  readonly solution: Solution
  readonly proof: DerivationProof
  readonly verdict: RowVerdict
}

const registry = standardRegistry()

/** Milliseconds: the page is to say the same on a slow machine. */
const patience = 600_000

/**
 * Derives what a row is about in a layout and compares.
 * @throws Error where the row says something else, or our derivation is not proved whole
 */
export async function judge(row: Row, layout: 'numerator' | 'denominator'): Promise<Judged> {
  const { id, expression, variables, order = 1 } = row
  const wrt = row.wrt.split(',')
  const solution = derivationOf({ expression, variables, wrt, layout, order }, { registry })
  const proof = (await proofOf(solution, 'steps', { time: patience }))!
  const { derivation } = solution
  const answer = derivation.answers.find(({ by }) => by.map(({ data }) => data!.name).join() === row.wrt)
  const verdicts: (string | undefined)[] = derivation.blocks.flatMap(block =>
    [block, ...block.steps].map(part => proof.of(part)?.verdict),
  )
  const claims: (readonly [Expression, string | undefined])[] = [
    ...(row.differential === undefined ? [[answer?.expression, row[layout]] as const] : []),
    [derivation.differential, row.differential],
  ].filter((claim): claim is [Expression, string | undefined] => claim[0] !== undefined)
  for (const [ours, text] of claims) {
    if (text === undefined) continue
    const theirs = readClaim(written(text, row, layout), solution.program.scope, ours.shape)
    const { verdict } = proveEqual(ours, theirs, { variables: wrt, supposing: { conditions: derivation.conditions } })
    if (verdict === 'failed') throw new Error(`${id}: the row says ${text}, we say ${toProgram(ours)}.`)
    verdicts.push(verdict)
  }
  if (verdicts.includes('unchecked')) throw new Error(`${id}: a step was not checked.`)
  return { layout, solution, proof, verdict: verdicts.includes('agrees') ? 'agrees' : 'proved' }
}

/** A row's formula, with our derivative of f put in for `D[f]`. */
function written(text: string, { variables, wrt, order = 1 }: Row, layout: string): string {
  return text.replace(/D\[([^\]]*)\]/g, (_, expression: string) => {
    const { derivation } = derivationOf({ expression, variables, wrt, layout, order }, { registry })
    return `(${toProgram(derivation.answers[0].expression)})`
  })
}

/** What keeps a row from being judged; undefined for a defect. */
export const reasonOf = (thrown: unknown): string | undefined => problemOf(thrown)?.message
