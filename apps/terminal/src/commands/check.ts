import { type Problem, requireProblem } from '@matrix-derive/core'
import type { CheckRequest, CheckSuccess, WorkingRequest } from '@matrix-derive/request'
import { check, checkWorking, inClaim } from '@matrix-derive/request/check'
import { type Colours, colours } from '../colours.ts'
import type { Arguments } from '../command-line.ts'
import { readTextFile } from '../files.ts'
import { Exit, type Host, widthOf } from '../host.ts'
import { problemText } from '../problem.ts'
import { requestOf } from '../settings.ts'
import { misuse } from '../usage.ts'
import { checkLines } from '../views/check.ts'
import { workingLines } from '../views/working.ts'

type Judged = CheckSuccess | { readonly ok: false; readonly error: Problem }

/** `check EXPR --wrt X --claim ANSWER`: what the claim is. Ends with 1 unless every claim is right. */
export async function checkClaims(args: Arguments, host: Host): Promise<number> {
  const [claim, file, working] = [args.one('claim'), args.one('claim-file'), args.one('working')]
  if ([claim, file, working].filter(given => given !== undefined).length !== 1)
    misuse('expected --claim ANSWER, --claim-file FILE or --working FILE, one of them')
  if ((file ?? working) === '-' && args.operands[0] === '-')
    misuse(`expected the expression or the ${file === undefined ? 'working' : 'claims'} on standard input, not both`)
  const { request, options } = await requestOf(args, host)
  const { wrt, values: _, steps: __, proof: ___, collect: ____, ...about } = request
  if (wrt.length !== 1) misuse(`expected one --wrt, the variable that the claim is by, received ${wrt.length}`)
  if (working !== undefined) {
    const { order, structure, ...rest } = about
    if (order !== undefined && order !== 1)
      misuse('expected no --order with --working: lines are about first derivatives')
    if (structure !== undefined && structure !== 'ignore') misuse('expected no --structure with --working')
    const text = await readTextFile(working, host)
    return checkLinesOfWorking(
      { ...rest, wrt: wrt[0], working: text, conditions: args.all('given') },
      args,
      options,
      host,
    )
  }
  const claims = claim === undefined ? nonEmptyLines(await readTextFile(file!, host)) : [{ line: 0, text: claim }]
  const isJson = args.one('format') === 'json'
  let allRight = true
  for (const { line, text } of claims) {
    const asked: CheckRequest = { ...about, wrt: wrt[0], claim: text, conditions: args.all('given') }
    const judged = await judge(asked, options)
    allRight &&= judged.ok && judged.verdict === 'equal'
    if (isJson) writeJson(host, judged, line)
    else writeText(host, judged, asked, line)
  }
  return allRight ? Exit.done : Exit.failed
}

/** `check EXPR --wrt X --working FILE`: which line of a derivation is wrong. Ends with 1 unless every line is right. */
async function checkLinesOfWorking(
  request: WorkingRequest,
  args: Arguments,
  options: Parameters<typeof checkWorking>[1],
  host: Host,
): Promise<number> {
  const judged = await checkWorking(request, options)
  const isJson = args.one('format') === 'json'
  const lines = isJson
    ? [JSON.stringify(judged, undefined, 2)]
    : workingLines(judged, request.working, colours(host.stdout, host.env))
  host.stdout.write(`${lines.join('\n')}\n`)
  return judged.verdict === 'equal' ? Exit.done : Exit.failed
}

function nonEmptyLines(text: string): { line: number; text: string }[] {
  const lines = text.split(/\r?\n/).map((text, i) => ({ line: i + 1, text }))
  return lines.filter(({ text }) => text.trim() !== '')
}

async function judge(request: CheckRequest, options: Parameters<typeof check>[1]): Promise<Judged> {
  try {
    return await check(request, options)
  } catch (thrown) {
    const error = requireProblem(thrown)
    return { ok: false, error }
  }
}

/** One claim is shown for reading, many are one JSON object a line with the number of theirs. */
function writeJson(host: Host, judged: Judged, line: number): void {
  const text = line === 0 ? JSON.stringify(judged, undefined, 2) : JSON.stringify({ line, ...judged })
  host.stdout.write(`${text}\n`)
}

function writeText(host: Host, judged: Judged, request: CheckRequest, line: number): void {
  if (judged.ok) {
    const look: Colours = colours(host.stdout, host.env)
    host.stdout.write(`${checkLines(judged, line, look).join('\n')}\n`)
    return
  }
  const source = judged.error.message.startsWith(inClaim) ? request.claim : request.expression
  const text = problemText(judged.error, source, colours(host.stderr, host.env), widthOf(host.stderr))
  host.stderr.write(line === 0 ? text : `line ${line}: ${text}`)
}
