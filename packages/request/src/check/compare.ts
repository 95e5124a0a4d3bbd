import {
  type Dimension,
  dependsOnLayout,
  dimensionNames,
  fail,
  type Problem,
  reachable,
  throughNames,
} from '@matrix-derive/core'
import { toLatex, toProgram } from '@matrix-derive/notation'
import { type ClaimCondition, type ClaimVerdict, inTurns, judgeClaim, type Slices } from '@matrix-derive/verify'
import { leftOut } from '../left-out.ts'
import type { ProofOptions } from '../proof.ts'
import { derivationOf, type Solution, type SolvingOptions } from '../solution.ts'
import { type Proved, solve } from '../solve.ts'
import type { CheckSuccess } from './check-answer.ts'
import type { CheckRequest } from './check-request.ts'
import { detailOf } from './detail.ts'
import { type Difference, differenceFrom } from './difference.ts'
import { type DeclaredRequest, declared, withEqualSizes } from './equal-sizes.ts'
import { readAgainst } from './read-claim.ts'

/** A question about somebody's answer under no other conditions than the declarations. */
export type Claimed = Omit<CheckRequest, 'id' | 'conditions'>

/** Where answers come from, whom the work gives way to, and who may end it. */
export type ComparingOptions = SolvingOptions & Pick<ProofOptions, 'pause'>

/**
 * Says how a claim is related to the derivative, which is derived and proved first.
 * @throws every error that the program can have, and those of the claim other than of its shapes; `cancelled`
 */
export async function compare(request: Claimed, options: ComparingOptions): Promise<CheckSuccess> {
  return compareWith(await solve(request, 'result', options), request, options)
}

/** The same of a derivative that has been derived and proved. */
export async function compareWith(
  { solution, proof }: Proved,
  request: Claimed,
  options: ComparingOptions,
): Promise<CheckSuccess> {
  // Nothing is known better than the derivative that it is compared with.
  const isExact = proof?.of(solution.derivation.answers[0])?.verdict === 'proved'
  const read = readAgainst(solution, request.claim)
  if ('problem' in read) {
    const found = await withSizesMadeEqual(declared(request, solution.program), solution, options)
    return describe(request, solution, found ?? wrong(solution), found ? undefined : read.problem)
  }
  const { shape } = read.expression
  const judged = await inTurns(judge(solution, read.expression, options), turnsOf(options))
  const verdict: ClaimVerdict = isExact ? judged : { ...judged, basis: 'numeric' }
  const difference = verdict.verdict === 'wrong' ? differenceFrom(solution, read.expression, options) : undefined
  const described = describe(request, solution, verdict, undefined, difference)
  return { ...described, claimShape: [shape.rows, shape.cols] }
}

/** Lets others have the thread. */
export function turnsOf({ pause, signal }: ComparingOptions): () => Promise<void> {
  return async () => {
    await pause?.()
    if (signal?.aborted) fail('cancelled', 'The work was cancelled.')
  }
}

function judge(
  { program, derivation }: Solution,
  claim: Parameters<typeof judgeClaim>[1],
  { registry }: SolvingOptions,
): Slices<ClaimVerdict> {
  const { store } = program.scope
  const { expression: f, layout, order, conditions } = derivation
  const [{ variable, by, expression, plain }] = derivation.answers
  const pair = { of: f.shape, by: variable.shape }
  const derivative = dependsOnLayout(by) ? layout.toNumerator(store, expression, pair) : expression
  return judgeClaim(
    { store, f, variable, order, derivative, layout, layouts: registry.layouts, conditions, ...(plain && { plain }) },
    claim,
  )
}

function wrong({ derivation }: Solution): ClaimVerdict {
  const [{ expression }] = derivation.answers
  const { rows, cols } = expression.shape
  const expected = [expression.shape, ...(rows === cols ? [] : [{ rows: cols, cols: rows }])]
  return { verdict: 'wrong', basis: 'exact', expected }
}

/** Sizes that are tried to be equal are those that the program names; more than so many are tried all at once. */
const mostSizes = 4

/**
 * A claim whose parts do not fit may be a formula all the same where some sizes are equal, say A*x + A'*x for a square A.
 * The program is then read anew with those sizes called alike.
 */
async function withSizesMadeEqual(
  request: DeclaredRequest,
  { derivation }: Solution,
  options: ComparingOptions,
): Promise<ClaimVerdict | undefined> {
  const roots = [derivation.expression, ...derivation.answers.map(({ variable }) => variable)]
  const nodes = reachable(roots, throughNames)
  const all = nodes.flatMap(({ shape }) => [shape.rows, shape.cols]).flatMap((side: Dimension) => dimensionNames(side))
  const names = [...new Set(all)].sort()
  const pairs = names.length > mostSizes ? [] : names.flatMap((a, i) => names.slice(i + 1).map(b => [a, b]))
  const turn = turnsOf(options)
  for (const sizes of [...pairs, ...(names.length > 2 ? [names] : [])]) {
    await turn()
    const solution = derivationOf(withEqualSizes(request, sizes), options)
    const read = readAgainst(solution, withEqualSizes(request, sizes).claim)
    if ('problem' in read) continue
    const verdict = await inTurns(judge(solution, read.expression, options), turn)
    const condition: ClaimCondition = { kind: 'equal-sizes', sizes }
    if (verdict.verdict === 'equal' || verdict.verdict === 'other-layout') {
      return { verdict: 'conditional', conditions: [condition], layouts: verdict.layouts, basis: verdict.basis }
    }
    if (verdict.verdict === 'conditional') return { ...verdict, conditions: [condition, ...verdict.conditions] }
  }
  return undefined
}

function describe(
  { claim }: Claimed,
  solution: Solution,
  verdict: ClaimVerdict,
  problem?: Problem,
  difference?: Difference,
): CheckSuccess {
  const { program, derivation } = solution
  const [{ variable }] = derivation.answers
  const { basis, ...more } = verdict
  const { expected: _, ...data } = more as typeof more & { expected?: unknown }
  return {
    ok: true,
    ...data,
    detail: detailOf(solution, verdict, problem, difference),
    basis,
    layout: derivation.layout.name,
    wrt: variable.data!.name!,
    claim,
    expected: expectedOf(solution),
    ...(problem && { problem }),
    ...(difference && { difference: toProgram(difference.expression, { inverse: program.style.inverse }) }),
    assumptions: program.assumptions.map(({ text }) => text),
    notes: solution.notes,
    ...leftOut(solution.dismissed),
  }
}

/** The derivative that is expected, as data. */
export function expectedOf({ program, derivation }: Solution): CheckSuccess['expected'] {
  const [{ expression }] = derivation.answers
  const options = { inverse: program.style.inverse }
  const { rows, cols } = expression.shape
  return { text: toProgram(expression, options), latex: toLatex(expression, options), shape: [rows, cols] }
}
