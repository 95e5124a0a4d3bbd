import { counterexampleText, type StatementProof } from '@matrix-derive/verify'
import type { Colours } from '../colours.ts'
import { isTrue, type Proved } from '../commands/prove.ts'

/** A table of proved statements: the verdict, how often it was tried, in which sizes, how sure it is, how long it took. */
export function provedLines(all: readonly Proved[], { bad, quiet, name: paintName }: Colours): string[] {
  const head = ['', 'identity', 'instances', 'dimensions', 'error', 'ms', 'statement']
  const rows = all.flatMap(({ identity, statements, problem, ms }) =>
    problem === undefined
      ? statements.map((proof, i) => row(`${identity.name} ${identity.version}`, proof, i === 0 ? ms : undefined))
      : [
          [
            '✗',
            `${identity.name} ${identity.version}`,
            '',
            '',
            '',
            ms.toFixed(1),
            `${problem.code}: ${problem.message}`,
          ],
        ],
  )
  const widths = head.map((_, k) => Math.max(...[head, ...rows].map(cells => cells[k].length)))
  const set = (cells: readonly string[]) => cells.map((cell, k) => (k === 6 ? cell : cell.padEnd(widths[k])))
  const wrong = all.filter(proved => !isTrue(proved)).map(({ identity }) => identity.name)
  const total = all.reduce((sum, { ms }) => sum + ms, 0)
  return [
    quiet(set(head).join('  ').trimEnd()),
    ...rows.map(cells => {
      const [mark, identity, ...rest] = set(cells)
      return [mark === '✗' ? bad(mark) : mark, paintName(identity), ...rest].join('  ').trimEnd()
    }),
    ...all.flatMap(({ identity, statements }) =>
      statements
        .filter(({ counterexample }) => counterexample !== undefined)
        .map(proof => `${bad(identity.name)}: ${counterexampleText(proof.counterexample!, ['left', 'right'])}`),
    ),
    `${all.length} identities, ${wrong.length === 0 ? 'all true' : `not true: ${wrong.join(', ')}`}; ${total.toFixed(0)} ms`,
  ]
}

const marks: Readonly<Record<StatementProof['verdict'], string>> = { proved: '✓', agrees: '≈', failed: '✗' }

function row(name: string, proof: StatementProof, ms: number | undefined): string[] {
  const { verdict, instances, dims, errorBound, statement } = proof
  const error = verdict !== 'proved' ? '' : errorBound === 0 ? '0' : errorBound.toExponential(0)
  const sizes = Object.entries(dims[0] ?? {}).map(([dimension, size]) => `${dimension}=${size}`)
  return [
    marks[verdict],
    name,
    String(instances),
    sizes.join(' '),
    error,
    ms === undefined ? '' : ms.toFixed(1),
    statement,
  ]
}
