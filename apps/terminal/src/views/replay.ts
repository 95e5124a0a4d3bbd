import type { DerivationRecord, RecordedStep, Replay, Stop, VersionChange } from '@matrix-derive/record'
import type { Colours } from '../colours.ts'
import { oneLine } from '../problem.ts'

/** What became of a derivation: one sentence, what came of it, and where it went another way. */
export function replayLines(record: DerivationRecord, replayed: Replay, colours: Colours, width: number): string[] {
  const { outcome, versions, difference, stopped, now } = replayed
  const lines = [sentence(record, replayed, colours)]
  if (versions.length > 0) lines.push('', ...versions.map(change => `  ${versionText(change, colours)}`))
  if (stopped !== undefined) lines.push('', ...stopTexts(stopped, record.moves?.length ?? 0))
  if (difference !== undefined) {
    lines.push('', `the first step that differs is step ${difference.step}:`)
    lines.push(...sideBySide(difference.recorded, difference.now, width, colours))
  }
  if (outcome === 'different') {
    for (const [i, recorded] of record.derivatives.entries()) {
      const derived = now.derivatives[i]
      lines.push('', `by ${recorded.wrt}:`)
      lines.push(
        `  recorded  ${resultText(recorded)}`,
        `  now       ${derived === undefined ? 'nothing' : resultText(derived)}`,
      )
    }
  }
  return lines.map(oneLine)
}

const resultText = ({ text, shape: [rows, cols] }: DerivationRecord['derivatives'][number]) =>
  `${text}   ${rows}×${cols}`

function sentence({ steps }: DerivationRecord, { outcome, versions }: Replay, { strong, bad }: Colours): string {
  switch (outcome) {
    case 'same':
      return `${strong('same')}: ${steps.length} lines, by the versions that were recorded`
    case 'same result':
      return `${strong('same result')} ${versions.length > 0 ? 'by other versions' : 'on another way'}`
    case 'different':
      return `${bad('different')}: the result is another one`
  }
}

/** Which move cannot be made any more, where, what it had led to, and why. */
function stopTexts({ move, recorded, problem }: Stop, count: number): string[] {
  const { block, line } = recorded.at
  const place = `line ${line + 1}${block > 0 ? ` of chain ${block + 1}` : ''}`
  const what = recorded.kind === 'strategy' ? 'the strategy' : (recorded.law ?? recorded.opens ?? 'a move')
  return [
    `move ${move} of ${count} does not apply any more: ${what} at ${place}`,
    ...(recorded.kind === 'apply' && recorded.result !== undefined ? [`  it gave ${recorded.result}`] : []),
    `  ${problem.message}`,
    '  from there on the strategy was followed',
  ]
}

function versionText({ name, recorded, now }: VersionChange, { name: paint }: Colours): string {
  if (recorded === undefined) return `${paint(name)}  not used before, now ${now}`
  return now === undefined ? `${paint(name)}  ${recorded}, not used now` : `${paint(name)}  ${recorded}, now ${now}`
}

/** Both lines in columns where they fit, otherwise one below the other. */
function sideBySide(
  recorded: RecordedStep | undefined,
  now: RecordedStep | undefined,
  width: number,
  { quiet }: Colours,
): string[] {
  const [left, right] = [stepTexts(recorded), stepTexts(now)]
  const column = Math.max(...left.map(text => text.length), 'recorded'.length)
  if (2 + column + 4 + Math.max(...right.map(text => text.length)) > width) {
    return [
      `  ${quiet('recorded')}  ${left[0]}`,
      `            ${left[1]}`,
      `  ${quiet('now')}       ${right[0]}`,
      `            ${right[1]}`,
    ]
  }
  const row = (a: string, b: string) => `  ${a.padEnd(column)}    ${b}`
  return [quiet(row('recorded', 'now')), row(left[0], right[0]), row(left[1], right[1])]
}

function stepTexts(step: RecordedStep | undefined): readonly [equation: string, by: string] {
  if (step === undefined) return ['nothing', '']
  const { left, line, identity, version } = step
  return [`${left} = ${line}`, identity === undefined ? 'as given' : `${identity} ${version}`]
}
