import { requireProblem } from '@matrix-derive/core'
import { type Converted, convert, convertedData } from '@matrix-derive/request/convert'
import { colours } from '../colours.ts'
import type { Arguments } from '../command-line.ts'
import { Exit, type Host, readAll, widthOf } from '../host.ts'
import { problemText } from '../problem.ts'
import { declarationsOf, workplace } from '../settings.ts'
import { misuse } from '../usage.ts'
import { convertedLines } from '../views/convert.ts'

/** `convert FORMULA --from LAYOUT --to LAYOUT --of "f by X"`: the same derivative in another layout. */
export async function convertFormula(args: Arguments, host: Host): Promise<number> {
  const needed = (option: string, what: string) => args.one(option) ?? misuse(`expected --${option}, ${what}`)
  const from = needed('from', 'the layout that the formula is in')
  const to = needed('to', 'the layout that it is wanted in')
  const of = needed('of', 'of what by what it is the derivative: --of "f by X"')
  const { project, options } = await workplace(host)
  const [operand] = args.operands
  const formula = operand === '-' ? await readAll(host.stdin) : operand
  const variables = { ...project.variables, ...declarationsOf(args.all('var')) }
  const isJson = args.one('format') === 'json'
  try {
    const converted = await convert({ formula, of, from, to, variables }, options)
    host.stdout.write(isJson ? json(convertedData(converted)) : text(converted, host))
    return Exit.done
  } catch (thrown) {
    const problem = requireProblem(thrown)
    if (isJson) host.stdout.write(json({ ok: false, error: problem }))
    else host.stderr.write(problemText(problem, formula, colours(host.stderr, host.env), widthOf(host.stderr)))
    return Exit.failed
  }
}

const json = (data: unknown): string => `${JSON.stringify(data, undefined, 2)}\n`

function text(converted: Converted, { stdout, env }: Host): string {
  return `${convertedLines(converted, colours(stdout, env), widthOf(stdout)).join('\n')}\n`
}
