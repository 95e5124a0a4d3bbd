import { resolve } from 'node:path'
import { type Problem, requireProblem } from '@matrix-derive/core'
import {
  type DerivationRequest,
  leftOut,
  numbersOf,
  type ProofDepth,
  type Proved,
  solve,
  successOf,
} from '@matrix-derive/request'
import { colours } from '../colours.ts'
import type { Arguments } from '../command-line.ts'
import { writeWholeFile } from '../files.ts'
import { Exit, type Host, widthOf } from '../host.ts'
import { problemText } from '../problem.ts'
import { requestOf } from '../settings.ts'
import { misuse } from '../usage.ts'
import { type Format, viewOf } from '../views/render.ts'
import { warn } from '../warning.ts'

/** `derive EXPR --wrt X`: the derivation, or what keeps the expression from having one. */
export function derive(args: Arguments, host: Host): Promise<number> {
  return show(args, host)
}

/** Derives and shows; with values, also evaluates. */
export async function show(
  args: Arguments,
  host: Host,
  values?: () => Promise<Readonly<Record<string, unknown>>>,
): Promise<number> {
  const { request, options, project } = await requestOf(args, host)
  const format = args.one('format') ?? 'text'
  const steps = !args.has('no-steps')
  const time = proofTime(args, host)
  try {
    const depth = (args.one('proof') as ProofDepth | undefined) ?? 'steps'
    const { solution, proof } = await solve(request, depth, { ...options, ...time })
    for (const problem of solution.dismissed) warn(problem, host)
    const numbers = values && (await numbersOf(solution, await values()))
    const parts = { ...(numbers && { numbers }), ...(proof && { proof }) }
    const file = args.one('save')
    if (file !== undefined) await save(resolve(host.cwd(), file), request, { solution, ...(proof && { proof }) })
    if (format === 'json') writeJson(host, successOf(solution, { steps, warnings: project.refused, ...parts }))
    else {
      const render = await viewOf(format as Format)
      const look = { colours: colours(host.stdout, host.env), width: widthOf(host.stdout) }
      host.stdout.write(render({ solution, steps, ...look, ...parts }))
    }
    return Exit.done
  } catch (thrown) {
    return showProblem(thrown, request, format, host, project.refused)
  }
}

/** Writes the derivation into a file of its own. @throws UsageError */
async function save(file: string, request: DerivationRequest, { solution, proof }: Proved): Promise<void> {
  const { recordOf, recordText } = await import('@matrix-derive/record')
  const success = successOf(solution, { steps: true, ...(proof && { proof }) })
  await writeWholeFile(file, recordText(await recordOf(request, solution, success)))
}

/** How long proving may take, where somebody says so. @throws UsageError */
function proofTime(args: Arguments, { env }: Host): { time?: number } {
  const [name, text] = args.has('proof-time')
    ? ['--proof-time', args.one('proof-time')]
    : ['MATRIX_DERIVE_PROOF_TIME', env.MATRIX_DERIVE_PROOF_TIME]
  if (text === undefined) return {}
  return /^\d{1,6}(\.\d+)?$/.test(text)
    ? { time: 1000 * Number(text) }
    : misuse(`expected ${name} to be a number of seconds, received "${text}"`)
}

/** A program that cannot be derived is data where data was asked for, and a message otherwise. */
function showProblem(
  thrown: unknown,
  request: DerivationRequest,
  format: string,
  host: Host,
  refused: readonly Problem[],
): number {
  const problem = requireProblem(thrown)
  if (format === 'json') writeJson(host, { ok: false, error: problem, ...leftOut(refused) })
  else {
    const look = colours(host.stderr, host.env)
    host.stderr.write(problemText(problem, request.expression, look, widthOf(host.stderr)))
  }
  return Exit.failed
}

function writeJson(host: Host, data: unknown): void {
  host.stdout.write(`${JSON.stringify(data, undefined, 2)}\n`)
}
