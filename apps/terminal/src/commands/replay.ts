import { resolve } from 'node:path'
import { readRecord, replay } from '@matrix-derive/record'
import { colours } from '../colours.ts'
import type { Arguments } from '../command-line.ts'
import { readTextFile } from '../files.ts'
import { Exit, type Host, widthOf } from '../host.ts'
import { workplace } from '../settings.ts'
import { replayLines } from '../views/replay.ts'
import { warn } from '../warning.ts'

/** `replay FILE`: whether what was derived then is derived now. Ends with 1 if the result is another one. */
export async function replayFile(args: Arguments, host: Host): Promise<number> {
  const [file] = args.operands
  const text = await readTextFile(file === '-' ? file : resolve(host.cwd(), file), host)
  const { options } = await workplace(host)
  const record = await readRecord(text)
  const replayed = await replay(record, options)
  for (const problem of replayed.warnings) warn(problem, host)
  const { outcome, versions, difference, stopped, now } = replayed
  const data = {
    outcome,
    versions,
    ...(difference && { difference }),
    ...(stopped && { stopped }),
    derivatives: now.derivatives,
  }
  const shown =
    args.one('format') === 'json'
      ? JSON.stringify(data, undefined, 2)
      : replayLines(record, replayed, colours(host.stdout, host.env), widthOf(host.stdout)).join('\n')
  host.stdout.write(`${shown}\n`)
  return outcome === 'different' ? Exit.failed : Exit.done
}
