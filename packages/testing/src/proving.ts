import { type Expression, isSymbol, problemOf, reachable, shapeToText, throughNames } from '@matrix-derive/core'
import { toText } from '@matrix-derive/notation'
import { type Proof, proveEqual } from '@matrix-derive/verify'

/** The error probability to stay under: one random instance over the prime field is nearly always enough. */
const bound = 1e-9

/** Why two expressions are not equal, for people; undefined where they are. */
export function difference(
  left: Expression,
  right: Expression,
  variables: Iterable<string>,
  seed: number,
): string | undefined {
  const proof = proveEqual(left, right, { variables, seed, bound })
  return proof.verdict === 'failed' ? describe(left, right, proof, seed) : undefined
}

/** Like {@link difference}, but without an answer where no point is found at which both sides have values. */
export function differenceWhereDefined(
  left: Expression,
  right: Expression,
  variables: Iterable<string>,
  seed: number,
): string | undefined {
  try {
    return difference(left, right, variables, seed)
  } catch (thrown) {
    if (problemOf(thrown)?.code === 'unsupported') return undefined
    throw thrown
  }
}

function describe(left: Expression, right: Expression, { counterexample }: Proof, seed: number): string {
  const lines = [`${toText(left)} is not ${toText(right)}`, `  ${shapesIn([left, right])}; seed ${seed}`]
  if (counterexample !== undefined) {
    const { dims, values, differentials, left: a, right: b } = counterexample
    lines.push(`  at ${short({ ...dims, ...values })}`)
    if (Object.keys(differentials).length > 0) lines.push(`  in the direction ${short(differentials)}`)
    lines.push(`  left ${short(a)}`, `  right ${short(b)}`)
  }
  return lines.join('\n')
}

/** `A: m×n, X: n×p`. */
export function shapesIn(expressions: readonly Expression[]): string {
  return reachable(expressions, throughNames)
    .filter(isSymbol)
    .map(({ data, shape }) => `${data!.name}: ${shapeToText(shape)}`)
    .join(', ')
}

function short(value: unknown): string {
  const text = JSON.stringify(value, (_, entry) => (typeof entry === 'number' ? Number(entry.toPrecision(6)) : entry))
  return text.length > 400 ? `${text.slice(0, 397)}...` : text
}
