import { defaultLimits, fail, type Limits, type Problem, type Registry, requireProblem } from '@matrix-derive/core'
import { derivationOf, type ProofDepth, proofOf, type Solution, variableNames, writingOf } from '@matrix-derive/request'
import type { DerivationProof } from '@matrix-derive/verify'
import { type LineView, showVerdict, viewLines } from './line-view.ts'
import { type Question, requestOf } from './question.ts'
import { nextFrame, nextTask, takingTurns } from './turns.ts'

/** What a question is answered with, and how much of it is shown and proved. */
export interface Order {
  readonly question: Question
  readonly registry: Registry
  readonly limits?: Limits | undefined
  readonly steps: 'all' | 'folded' | 'none'
  readonly proof: ProofDepth
}

/** What there is to show of a question, as far as it has come. */
export interface Shown {
  readonly solution: Solution
  /** Every line, unless the lines are not to be shown. */
  readonly lines: readonly LineView[]
  /** The derivatives alone, unless they stand among the lines. */
  readonly results: readonly LineView[]
  readonly proof?: DerivationProof
}

/** Told how the work goes on. */
export interface Watcher {
  /** The names that the program can be derived by, known even where nothing is derived. */
  variables(names: readonly string[]): void
  /** Some of the lines are there. */
  growing(shown: Shown): void
  /** All lines are there, or there is a proof now. */
  shown(shown: Shown): void
  failed(problem: Problem): void
}

/**
 * Answers a question in slices that leave the page free: derives, writes lines, proves. Ends without a word when it is cancelled.
 * @throws whatever is a defect of the project
 */
export async function answerQuestion(order: Order, watcher: Watcher, signal: AbortSignal): Promise<void> {
  await reporting(watcher, signal, async () => {
    // The key that was pressed is shown first, and the next one may make all of this needless.
    await nextTask()
    if (signal.aborted) return
    await present(await solve(order, watcher, signal), order, watcher, signal)
  })
}

/** Writes the lines of a solution and proves them, likewise. */
export async function present(
  solution: Solution,
  order: Pick<Order, 'steps' | 'proof'>,
  watcher: Watcher,
  signal: AbortSignal,
): Promise<void> {
  await reporting(watcher, signal, async () => {
    const lines: LineView[] = []
    const results: LineView[] = []
    // Long arguments come line by line: drawing is work as well.
    const reveal = () => watcher.growing({ solution, lines: [...lines], results })
    await nextTask()
    if (order.steps !== 'all') await write(solution, false, results, reveal, signal)
    if (order.steps !== 'none') await write(solution, true, lines, reveal, signal)
    if (signal.aborted) return
    watcher.shown({ solution, lines, results })
    const proof = await proofOf(solution, order.proof, {
      signal,
      pause: takingTurns(),
      report: (part, checked) => {
        for (const view of lines) if (view.line.part === part) showVerdict(view, checked)
      },
    })
    if (proof !== undefined && !signal.aborted) watcher.shown({ solution, lines, results, proof })
  })
}

/** Does the work, and tells of what stops it unless that is the signal. */
async function reporting(watcher: Watcher, signal: AbortSignal, work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (thrown) {
    const problem = requireProblem(thrown)
    if (problem.code !== 'cancelled' && !signal.aborted) watcher.failed(problem)
  }
}

/** Reading and deriving are two pieces of work, so that neither holds the page up for long. */
async function solve(
  { question, registry, limits = defaultLimits }: Order,
  watcher: Watcher,
  signal: AbortSignal,
): Promise<Solution> {
  const request = requestOf(question)
  const names = variableNames(question.expression, request.variables ?? {}, registry)
  watcher.variables(names)
  if (request.wrt.length === 0) {
    fail('value', 'Expected a variable to derive by, received none.', {
      suggestion: `It can be derived by ${names.join(', ') || 'nothing: it has no variable'}.`,
    })
  }
  await nextTask()
  return derivationOf(request, { registry, limits, signal })
}

/** Characters of MathML that a page can draw in well under the time after which it would seem to hang. */
const mostAtOnce = 12_000

/** Adds the lines, and reveals what there is whenever the page has its turn. */
async function write(
  solution: Solution,
  steps: boolean,
  lines: LineView[],
  reveal: () => void,
  signal: AbortSignal,
): Promise<void> {
  const draw = () => {
    reveal()
    return nextFrame()
  }
  const pause = takingTurns(draw)
  let waiting = 0
  for (const view of viewLines(solution, writingOf(solution, 'mathml'), steps)) {
    lines.push(view)
    waiting += view.line.right.length
    if (waiting > mostAtOnce) {
      await draw()
      waiting = 0
    } else if (await pause()) waiting = 0
    if (signal.aborted) return
  }
}
